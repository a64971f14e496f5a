// Reads a log, prints the dates of each certification, or all that is wrong: consumer AS-OF < LOG
#include <certrenew/certrenew.hpp>
#include <iostream>
#include <iterator>
using namespace certrenew;
int main(int count, char** arguments) {
  const auto as_of = Date::parse(count == 2 ? arguments[1] : "");
  if (!as_of) return 2;
  auto log = read_log(std::string{std::istreambuf_iterator{std::cin}, {}}, builtin_policy());
  const auto* bad = std::get_if<Errors>(&log);
  const auto answer =
      bad ? *bad : answer_log(std::get<Log>(std::move(log)), builtin_policy(), *as_of);
  bad = std::get_if<Errors>(&answer);
  for (const auto& [at, path, message] : bad ? bad->listed : std::vector<Error>{})
    std::cout << at.line << ':' << at.column << ": " << path << ": " << message << '\n';
  if (bad) return 3;
  for (const auto one : std::get<Answer>(answer).credentials())
    std::cout << one.code() << " suspends " << to_string(one.suspends()) << ", expires "
              << to_string(one.expires()) << '\n';
}
