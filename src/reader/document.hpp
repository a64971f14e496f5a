// What a kind of document looks like, as tables: which keys stand where and what their values are.
// A Document receives the values; everything that all documents have in common (places, paths,
// duplicate and unknown keys, wrong types, nesting) is the Reading's.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "certrenew/date.hpp"
#include "certrenew/units.hpp"

namespace certrenew {

class Reading;

/// Where a token ends in the text; where it begins is found when a fault must be reported.
using Place = std::size_t;

enum class Kind : std::uint8_t { text, date, date_or_null, boolean, number, container };

/// The numbers that a key may have, by value.
struct Bounds {
  Units least;
  Units most;
  bool whole = false;
  bool or_null = false;

  [[nodiscard]] constexpr bool hold(Units number) const {
    return least <= number && number <= most && (!whole || number.hundredths() % 100 == 0);
  }
};

struct Key {
  std::string_view name;
  Kind kind;
  std::uint8_t id;  ///< what Document::set() is told; of a container: the index of its Shape
  bool required = false;
  const Bounds* bounds = nullptr;  ///< of numbers
};

/// A container: a record with known keys, or a list or map whose values are all alike.
struct Shape {
  enum class Form : std::uint8_t { record, list, map };

  constexpr Shape(Form its_form, std::span<const Key> its_keys) : form{its_form}, keys{its_keys} {
    for (std::size_t i = 0; i < keys.size(); ++i) {
      if (keys[i].required) required |= std::uint64_t{1} << i;
    }
  }

  Form form;
  std::span<const Key> keys;   ///< of a list or map: the one that describes its values
  std::uint64_t required = 0;  ///< bits of the keys that a record must have
};

/// A scalar that is what its Key asks for.
struct Value {
  Place place = 0;
  std::string_view text{};        ///< Kind::text; need not outlive the call
  std::optional<Date> date{};     ///< Kind::date; without one: null
  bool flag = false;              ///< Kind::boolean
  std::optional<Units> number{};  ///< Kind::number; without one: null
};

class Document {
 public:
  explicit Document(std::span<const Shape> shapes) : shapes_{shapes} {}
  virtual ~Document() = default;
  Document(const Document&) = delete;
  Document& operator=(const Document&) = delete;

  /// The shapes; the first is the whole document's.
  [[nodiscard]] std::span<const Shape> shapes() const { return shapes_; }

  /// The container of this shape begins, or ends where `place` is.
  virtual void open(Reading& reading, std::uint8_t shape) = 0;
  virtual void close(Reading& reading, std::uint8_t shape, Place place) = 0;

  /// A name within a map; false where the map has it already.
  virtual bool name(Reading& reading, std::uint8_t shape, std::string_view name, Place place) = 0;

  virtual void set(Reading& reading, std::uint8_t id, const Value& value) = 0;

 private:
  std::span<const Shape> shapes_;
};

}  // namespace certrenew
