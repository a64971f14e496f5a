#include "cli/sheet.hpp"

#include <string_view>

namespace certrenew {

void Sheet::send(Output& output, std::size_t& repeats_left) {
  const std::string_view all = body;
  const std::string_view aside = beside;
  std::size_t body_sent = 0;
  std::size_t beside_sent = 0;
  for (const Mark& mark : marks_) {
    const std::string_view part = aside.substr(beside_sent, mark.beside_end - beside_sent);
    beside_sent = mark.beside_end;
    if (mark.repeated) {
      if (repeats_left == 0) continue;
      --repeats_left;
    }
    output.write(all.substr(body_sent, mark.body_end - body_sent));
    body_sent = mark.body_end;
    output.flush();
    write_error(part);
  }
  output.write(all.substr(body_sent));
  body.clear();
  beside.clear();
  marks_.clear();
  any_body = false;
}

}  // namespace certrenew
