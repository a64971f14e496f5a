// Answers one log: consumer LOG AS-OF
#include <certrenew/reader.hpp>
#include <fstream>
#include <iostream>
#include <sstream>

int main(int count, char** arguments) {
  if (count != 3) return 2;
  std::ostringstream text;
  text << std::ifstream{arguments[1]}.rdbuf();
  const auto read = certrenew::read_log(text.str(), certrenew::builtin_policy());
  const auto as_of = certrenew::Date::parse(arguments[2]);
  const auto* const log = std::get_if<certrenew::Log>(&read);
  if (log == nullptr || !as_of) return 3;
  const auto renewals = certrenew::calculate(*log, certrenew::builtin_policy(), *as_of);
  if (!renewals.out_of_range.empty()) return 3;
  for (std::size_t i = 0; i < log->certifications.size(); ++i) {
    const auto& cycle = renewals.credentials[i].cycle();
    std::cout << log->certifications[i].code << " suspends " << to_string(cycle.suspends)
              << ", expires " << to_string(cycle.expires) << '\n';
  }
}
