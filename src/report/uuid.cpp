#include "report/uuid.hpp"

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace certrenew::report {

namespace {

using Block = std::array<std::uint32_t, 16>;
using Digest = std::array<std::uint32_t, 5>;

/// 87c6f2b4-2f0a-4f7e-9d3c-5b1d0a6e4c21: the namespace of this program.
constexpr std::string_view name_space{
    "\x87\xc6\xf2\xb4\x2f\x0a\x4f\x7e\x9d\x3c\x5b\x1d\x0a\x6e\x4c\x21", 16};

/// Adds a block of the message to the digest.
void mix(Digest& digest, const Block& block) {
  std::array<std::uint32_t, 80> w{};
  for (std::size_t i = 0; i < w.size(); ++i) {
    w[i] = i < 16 ? block[i] : std::rotl(w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16], 1);
  }
  auto [a, b, c, d, e] = digest;
  for (std::size_t i = 0; i < w.size(); ++i) {
    const std::uint32_t round = i < 20   ? ((b & c) | (~b & d)) + 0x5A827999
                                : i < 40 ? (b ^ c ^ d) + 0x6ED9EBA1
                                : i < 60 ? ((b & c) | (b & d) | (c & d)) + 0x8F1BBCDC
                                         : (b ^ c ^ d) + 0xCA62C1D6;
    const std::uint32_t next = std::rotl(a, 5) + round + e + w[i];
    e = d;
    d = c;
    c = std::rotl(b, 30);
    b = a;
    a = next;
  }
  digest = {digest[0] + a, digest[1] + b, digest[2] + c, digest[3] + d, digest[4] + e};
}

/// SHA-1 (RFC 3174), which version 5 prescribes. Nothing here relies on its strength.
Digest sha1(std::string message) {
  Digest digest{0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476, 0xC3D2E1F0};
  const std::uint64_t bits = std::uint64_t{message.size()} * 8;
  message += '\x80';
  while (message.size() % 64 != 56) message += '\0';
  for (int shift = 56; shift >= 0; shift -= 8) message += static_cast<char>(bits >> shift);
  for (std::size_t begin = 0; begin < message.size(); begin += 64) {
    Block block{};
    for (std::size_t i = 0; i < 64; ++i) {
      block[i / 4] = block[i / 4] << 8U | static_cast<std::uint8_t>(message[begin + i]);
    }
    mix(digest, block);
  }
  return digest;
}

}  // namespace

std::string uuid_of(std::string_view name) {
  Digest digest = sha1(std::string{name_space}.append(name));
  digest[1] = (digest[1] & 0xFFFF'0FFFU) | 0x5000U;
  digest[2] = (digest[2] & 0x3FFF'FFFFU) | 0x8000'0000U;
  std::string out;
  for (unsigned digit = 0; digit < 32; ++digit) {
    if (digit == 8 || digit == 12 || digit == 16 || digit == 20) out += '-';
    out += "0123456789abcdef"[digest[digit / 8] >> (28 - digit % 8 * 4) & 0xFU];
  }
  return out;
}

}  // namespace certrenew::report
