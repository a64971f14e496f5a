message(FATAL_ERROR "certrenew includes a module of the project around it")
