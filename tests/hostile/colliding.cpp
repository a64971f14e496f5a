// Prints certification codes in hexadecimal, one a line, which all have the same std::hash in
// libstdc++: colliding COUNT
//
// Its hash is MurmurHash64A, each step of which can be undone: after any first eight bytes there
// are eight more that lead to a given hash. Those of seven bits each are used.

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <string>
#include <string_view>

namespace {

constexpr std::uint64_t seed = 0xc70f6907;
constexpr std::uint64_t multiplier = 0xc6a4a7935bd1e995;
constexpr std::size_t size = 16;

constexpr std::uint64_t inverse(std::uint64_t odd) {
  std::uint64_t result = odd;
  for (int i = 0; i < 6; ++i) result *= 2 - odd * result;
  return result;
}

constexpr std::uint64_t mixed(std::uint64_t value) { return value ^ (value >> 47U); }

constexpr std::uint64_t scrambled(std::uint64_t block) {
  return mixed(block * multiplier) * multiplier;
}
constexpr std::uint64_t unscrambled(std::uint64_t block) {
  return mixed(block * inverse(multiplier)) * inverse(multiplier);
}

std::uint64_t block_of(std::string_view eight) {
  std::uint64_t block = 0;
  std::memcpy(&block, eight.data(), sizeof block);
  return block;
}

}  // namespace

int main(int count, char** arguments) {
  const long wanted = count == 2 ? std::atol(arguments[1]) : 0;
  constexpr std::uint64_t target = 0x0123456789abcdef;  // the state after both blocks
  constexpr std::uint64_t before_last = target * inverse(multiplier);
  std::size_t hash = 0;
  long found = 0;
  for (std::uint32_t number = 0; found < wanted; ++number) {
    std::string code = "ACP-";
    for (unsigned shift = 0; shift < 28; shift += 7) {
      code += static_cast<char>((number >> shift) & 0x7fU);
    }
    const std::uint64_t state =
        ((seed ^ (size * multiplier)) ^ scrambled(block_of(code))) * multiplier;
    const std::uint64_t last = unscrambled(state ^ before_last);
    if ((last & 0x8080808080808080U) != 0) continue;
    char eight[8];
    std::memcpy(eight, &last, sizeof eight);
    if (std::string_view{" \t\r\n"}.find(eight[7]) != std::string_view::npos) continue;  // no code
    code.append(eight, sizeof eight);
    const std::size_t its_hash = std::hash<std::string_view>{}(code);
    if (found++ == 0) hash = its_hash;
    if (its_hash != hash) return 1;  // another library, or another hash
    for (const char c : code) std::printf("%02x", static_cast<unsigned>(c));
    std::printf("\n");
  }
  return 0;
}
