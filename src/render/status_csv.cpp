#include "render/status.hpp"
#include "text/utf8.hpp"

namespace certrenew {

namespace {

/// The fields of one row.
class Row {
 public:
  explicit Row(std::string& out) : out_{out} {}

  /// A field from the input: made visible, quoted where RFC 4180 asks for it, and with a leading
  /// apostrophe where a spreadsheet would take it for a formula.
  Row& foreign(std::string_view text) {
    std::string field;
    if (!text.empty() && std::string_view{"=+-@\t\r"}.find(text.front()) != std::string_view::npos)
      field = "'";
    text::append_visible(field, text);
    separate();
    if (field.find_first_of(",\"") == std::string::npos) {
      out_ += field;
      return *this;
    }
    out_ += '"';
    for (const char c : field) {
      if (c == '"') out_ += '"';
      out_ += c;
    }
    out_ += '"';
    return *this;
  }
  Row& foreign(const std::string& text) { return foreign(std::string_view{text}); }
  Row& foreign(const std::optional<std::string_view>& text) {
    return text ? foreign(*text) : empty();
  }

  Row& own(std::string_view text) {
    separate();
    out_ += text;
    return *this;
  }
  Row& own(Date date) {
    separate();
    date.append_to(out_);
    return *this;
  }
  Row& own(Units units) {
    separate();
    units.append_to(out_);
    return *this;
  }
  Row& own(std::int64_t number) { return own(std::string_view{std::to_string(number)}); }
  Row& empty() { return own(std::string_view{}); }
  void end() { out_ += "\r\n"; }

 private:
  void separate() {
    if (!first_) out_ += ',';
    first_ = false;
  }

  std::string& out_;
  bool first_ = true;
};

}  // namespace

std::string_view status_csv_header() noexcept {
  return "source,line,candidate_id,candidate_name,code,name,type,status,cycle_start,suspends,"
         "expires,days_to_suspension,days_to_expiration,units_counted,units_required,units_needed,"
         "last_renewed,renewed_by\r\n";
}

void render_status_csv(std::string& out, const Answer& answer) {
  const Date as_of = answer.renewals.as_of;
  const Candidate candidate = answer.log.candidate.value_or(Candidate{});
  for (std::size_t i = 0; i < answer.log.certifications.size(); ++i) {
    const CredentialView one = view(answer, i);
    const Cycle& cycle = one.cycle();
    Row row{out};
    row.foreign(answer.source);
    answer.line ? row.own(*answer.line) : row.empty();
    row.foreign(candidate.id)
        .foreign(candidate.name)
        .foreign(one.certification.code)
        .foreign(one.certification.name)
        .foreign(one.type.name)
        .own(name_of(one.credential.status))
        .own(cycle.start)
        .own(cycle.suspends)
        .own(cycle.expires)
        .own(std::int64_t{cycle.suspends - as_of})
        .own(std::int64_t{cycle.expires - as_of});
    if (one.shows_units()) {
      const Units required = *one.type.units;
      row.own(one.credential.counted).own(required).own(required - one.credential.counted);
    } else {
      row.empty().empty().empty();
    }
    if (const Cycle* const renewal = one.last_renewal()) {
      row.own(renewal->start).own(name_of(renewal->began_by));
    } else {
      row.empty().empty();
    }
    row.end();
  }
}

}  // namespace certrenew
