// The whole library in one header.
//
// read_log() reads a log, answer_log() answers it: each gives what was asked for, or the errors
// that stand in its way, with their places. An Answer knows everything about each credential: its
// cycles, its dates, and for every activity what became of it and why. certrenew-rules(7), which is
// src/manual/certrenew-rules.7.md, has the rules whose ids stand here, such as U6.
#pragma once

// IWYU pragma: begin_exports
#include "certrenew/answer.hpp"
#include "certrenew/cycle.hpp"
#include "certrenew/date.hpp"
#include "certrenew/log.hpp"
#include "certrenew/plan.hpp"
#include "certrenew/policy.hpp"
#include "certrenew/read.hpp"
#include "certrenew/remark.hpp"
#include "certrenew/units.hpp"
// IWYU pragma: end_exports
