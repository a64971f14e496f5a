// Parses standard input line by line with nlohmann's SAX parser and an empty handler, to measure
// the parser alone. Prints how many lines are valid.

#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace {

struct Nothing {
  bool null() { return true; }
  bool boolean(bool /*flag*/) { return true; }
  bool number_integer(std::int64_t /*number*/) { return true; }
  bool number_unsigned(std::uint64_t /*number*/) { return true; }
  bool number_float(double /*number*/, const std::string& /*digits*/) { return true; }
  bool string(std::string& /*text*/) { return true; }
  bool binary(nlohmann::json::binary_t& /*bytes*/) { return true; }
  bool start_object(std::size_t /*size*/) { return true; }
  bool key(std::string& /*name*/) { return true; }
  bool end_object() { return true; }
  bool start_array(std::size_t /*size*/) { return true; }
  bool end_array() { return true; }
  bool parse_error(std::size_t /*at*/, const std::string& /*token*/,
                   const nlohmann::json::exception& /*error*/) {
    return false;
  }
};

}  // namespace

int main() {
  std::vector<char> block(std::size_t{1} << 20U);
  std::size_t kept = 0;
  std::size_t good = 0;
  Nothing handler;
  for (;;) {
    const ssize_t got = ::read(STDIN_FILENO, block.data() + kept, block.size() - kept);
    if (got <= 0) break;
    const char* begin = block.data();
    const char* const end = begin + kept + static_cast<std::size_t>(got);
    while (const void* const found =
               std::memchr(begin, '\n', static_cast<std::size_t>(end - begin))) {
      const char* const stop = static_cast<const char*>(found);
      good += nlohmann::json::sax_parse(begin, stop, &handler) ? 1 : 0;
      begin = stop + 1;
    }
    kept = static_cast<std::size_t>(end - begin);
    std::memmove(block.data(), begin, kept);
    if (kept == block.size()) block.resize(2 * block.size());
  }
  std::printf("%zu\n", good);
  return 0;
}
