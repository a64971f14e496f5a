// An option that takes one of a few words.
#pragma once

#include <CLI/CLI.hpp>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "text/utf8.hpp"

namespace certrenew {

template <class Value>
using Choice = std::pair<std::string_view, Value>;

/// Adds an option that takes one of the words of `choices`, which must outlive the parse.
template <class Value, std::size_t n>
CLI::Option* add_choice(CLI::App& app, const std::string& name, Value& value,
                        const Choice<Value> (&choices)[n], const std::string& help) {
  std::string type;
  for (const auto& [word, meaning] : choices) type += (type.empty() ? "" : "|") + std::string{word};
  return app
      .add_option_function<std::string>(
          name,
          [&value, &choices, name](const std::string& word) {
            std::string possible;
            for (const auto& [known, meaning] : choices) {
              if (known == word) {
                value = meaning;
                return;
              }
              possible += (possible.empty() ? "" : ", ") + std::string{known};
            }
            throw CLI::ValidationError(name, text::quoted(word) + " is not one of " + possible);
          },
          help)
      ->type_name(type);
}

}  // namespace certrenew
