#include "cli/diagnostics.hpp"

#include "text/utf8.hpp"

namespace certrenew {

namespace {

void tell_one(std::string& out, const std::string& name, std::int64_t lines_before,
              const Diagnostic& fault) {
  out += name + ':' + std::to_string(lines_before + fault.line) + ':' +
         std::to_string(fault.column) +
         ": error: " + (fault.path.empty() ? "" : fault.path + ": ") + fault.message + '\n';
}

}  // namespace

void tell(std::string& out, std::string_view source, std::optional<std::int64_t> line,
          const Faults& faults) {
  const std::string name = text::visible(source);
  const std::int64_t lines_before = line.value_or(1) - 1;
  for (const Diagnostic& fault : faults.first) tell_one(out, name, lines_before, fault);
  if (faults.more == 0) return;
  out += name + (line ? ':' + std::to_string(*line) : "") + ": and " + std::to_string(faults.more) +
         " more errors\n";
}

void tell_first(std::string& out, std::string_view source, std::int64_t line,
                const Faults& faults) {
  tell_one(out, text::visible(source), line - 1, faults.first.front());
}

}  // namespace certrenew
