// Reads a log, prints the dates of each certification, or all that is wrong: consumer AS-OF < LOG
#include <certrenew/certrenew.hpp>
#include <iostream>
using namespace certrenew;
int main(int count, char** arguments) {
  const auto as_of = Date::parse(count == 2 ? arguments[1] : "");
  if (!as_of) return 2;
  const auto& rules = builtin_policies();
  auto log = read_log(std::string{std::istreambuf_iterator{std::cin}, {}}, rules);
  const auto* bad = std::get_if<Errors>(&log);
  const auto answer = bad ? *bad : answer_log(std::get<Log>(std::move(log)), rules, *as_of);
  bad = std::get_if<Errors>(&answer);
  for (const auto& [at, path, message] : bad ? bad->listed : std::vector<Error>{})
    std::cout << at.line << ':' << at.column << ": " << path << ": " << message << '\n';
  if (bad) return 3;
  const auto text = [](auto day) { return day ? to_string(*day) : "never"; };
  for (const auto one : std::get<Answer>(answer).credentials())
    std::cout << one.code() << " suspends " << text(one.suspends()) << ", expires "
              << text(one.expires()) << '\n';
}
