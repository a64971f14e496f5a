#include "render/csv.hpp"
#include "render/status.hpp"

namespace certrenew {

std::string_view status_csv_header() noexcept {
  return "source,line,candidate_id,candidate_name,code,name,type,status,cycle_start,suspends,"
         "expires,days_to_suspension,days_to_expiration,units_counted,units_required,units_needed,"
         "last_renewed,renewed_by\r\n";
}

void render_status_csv(std::string& out, const Answer& answer) {
  const Date as_of = answer.renewals.as_of;
  const Candidate candidate = answer.log.candidate.value_or(Candidate{});
  for (const std::uint32_t i : answer.shown) {
    const CredentialView one = view(answer, i);
    const Cycle& cycle = one.cycle();
    CsvRow row{out};
    row.foreign(answer.source)
        .own(answer.line)
        .foreign(candidate.id)
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
