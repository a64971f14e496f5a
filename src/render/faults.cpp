#include "render/faults.hpp"

#include <algorithm>

#include "render/json_writer.hpp"

namespace certrenew {

void render_faults_json(std::string& out, std::string_view source, std::int64_t line,
                        const Faults& faults) {
  constexpr std::size_t most = 20;
  const std::size_t shown = std::min(most, faults.first.size());
  JsonDocument json{out, JsonWriter::Layout::one_line};
  json.begin_object().member("source", source).member("line", line).key("errors").begin_list();
  for (std::size_t i = 0; i < shown; ++i) {
    const Diagnostic& fault = faults.first[i];
    json.begin_object()
        .member("column", std::int64_t{fault.column})
        .member("path", fault.path)
        .member("message", fault.message)
        .end_object();
  }
  const std::size_t more = faults.more + faults.first.size() - shown;
  json.end_list().member("more_errors", static_cast<std::int64_t>(more)).end_object();
}

}  // namespace certrenew
