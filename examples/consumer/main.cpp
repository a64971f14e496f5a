// Answers one log: consumer LOG AS-OF
#include <certrenew/reader.hpp>
#include <fstream>
#include <iostream>
#include <iterator>
using namespace certrenew;

int main(int count, char** arguments) {
  const auto as_of = Date::parse(count == 3 ? arguments[2] : "");
  std::ifstream in{count == 3 ? arguments[1] : ""};
  const auto read = read_log(std::string{std::istreambuf_iterator<char>{in}, {}}, builtin_policy());
  const Log* const log = std::get_if<Log>(&read);
  if (!as_of || log == nullptr) return 3;
  const Renewals renewals = calculate(*log, builtin_policy(), *as_of);
  if (!renewals.out_of_range.empty()) return 3;
  for (std::size_t i = 0; const Credential& one : renewals.credentials)
    std::cout << log->certifications[i++].code << " suspends " << to_string(one.cycle().suspends)
              << ", expires " << to_string(one.cycle().expires) << '\n';
}
