// One log for each holder.

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "read/import/badges.hpp"
#include "read/import/record.hpp"
#include "text/utf8.hpp"

namespace certrenew::imports {

namespace {

class Joiner {
 public:
  explicit Joiner(Problems& problems) : problems_{problems} {}

  std::vector<DraftLog> join(std::vector<Record>& records) {
    for (const Record& one : records) {
      if (!one.holder.id.empty() && !one.holder.name.empty()) {
        ids_of_[one.holder.name].insert(one.holder.id);
      }
    }
    std::vector<std::optional<std::size_t>> owners;  // the logs, by record
    owners.reserve(records.size());
    for (const Record& one : records) owners.push_back(log_of(one));
    for (std::size_t i = 0; i < records.size(); ++i) {
      if (records[i].holder.is_unknown()) owners[i] = only_log(records[i]);
      if (owners[i]) add(*owners[i], records[i]);
    }
    for (std::size_t i = 0; i < logs_.size(); ++i) complete(i);
    return std::move(logs_);
  }

 private:
  /// Finds the log of a record's holder, or opens one. None: the record has no holder, or reported
  /// that it has several.
  std::optional<std::size_t> log_of(const Record& record) {
    Holder holder = record.holder;
    if (holder.is_unknown()) return std::nullopt;
    const auto ids = holder.id.empty() ? ids_of_.find(holder.name) : ids_of_.end();
    if (ids != ids_of_.end() && ids->second.size() > 1) {
      problems_.report(record.place, "several holders are called " + text::quoted(holder.name) +
                                         "; say which one with a column \"id\"");
      return std::nullopt;
    }
    if (ids != ids_of_.end()) holder.id = *ids->second.begin();
    const std::string key = holder.id.empty() ? "name\n" + holder.name : "id\n" + holder.id;
    const auto [place, is_new] = places_.try_emplace(key, logs_.size());
    if (is_new) open_log(holder, record.place);
    note_name(place->second, holder.name);
    return place->second;
  }

  /// Finds the only log there is. None: there are several, which is reported once for a file.
  std::optional<std::size_t> only_log(const Record& record) {
    const std::size_t file = record.place.file;
    if (logs_.size() > 1) {
      if (unclaimed_.insert(file).second) {
        problems_.report(record.place, "this names no holder, and it could belong to any of " +
                                           std::to_string(logs_.size()) + " people");
      }
      return std::nullopt;
    }
    if (logs_.empty()) open_log({}, record.place);
    if (!logs_[0].holder.is_unknown() && unclaimed_.insert(file).second) {
      add_sentence(logs_[0].notes, std::string{problems_.name_of(file)} +
                                       " names no holder; its items were added to this log.");
    }
    return 0;
  }

  /// Adds what the badges stand for. An exam belongs to the programme of its certification, so it
  /// names none.
  void complete(std::size_t place) {
    DraftLog& log = logs_[place];
    auto certifications = certifications_of(badges_[place]);
    std::move(certifications.begin(), certifications.end(), std::back_inserter(log.certifications));
    std::map<std::string_view, std::string_view> programmes;  // by code
    for (const DraftItem& one : log.certifications) {
      programmes.emplace(one.text("code"), one.text("programme"));
    }
    for (DraftItem& one : log.activities) {
      if (one.text("type") == "exam") drop_programme(one, programmes);
    }
  }

  void drop_programme(DraftItem& exam,
                      const std::map<std::string_view, std::string_view>& programmes) {
    const std::string_view given = exam.text("programme");
    const std::string_view code = exam.text("certification");
    const auto found = programmes.find(code);
    if (!given.empty() && found != programmes.end() && !found->second.empty() &&
        found->second != given) {
      problems_.report(
          exam.place_of("programme"),
          text::quoted(code) + " belongs to the programme " + text::quoted(found->second));
    }
    std::erase_if(exam.members, [](const DraftMember& one) { return one.key == "programme"; });
  }

  void open_log(const Holder& holder, FilePlace place) {
    logs_.push_back({.holder = holder, .place = place});
    badges_.emplace_back();
  }

  void add(std::size_t place, Record& record) {
    DraftLog& log = logs_[place];
    if (auto* const item = std::get_if<DraftItem>(&record.item)) {
      auto& list = item->list == LogList::activities ? log.activities : log.certifications;
      list.push_back(std::move(*item));
    } else if (auto* const badge = std::get_if<Badge>(&record.item)) {
      badges_[place].push_back(std::move(*badge));
    } else {
      add_sentence(log.notes, std::get<std::string>(record.item));
    }
  }

  /// The first name stands; others are noted.
  void note_name(std::size_t place, const std::string& name) {
    DraftLog& log = logs_[place];
    if (name.empty() || name == log.holder.name) return;
    if (log.holder.name.empty()) {
      log.holder.name = name;
    } else if (noted_.emplace(place, name).second) {
      add_sentence(log.notes, "Also called " + name + ".");
    }
  }

  Problems& problems_;
  std::map<std::string, std::set<std::string>> ids_of_;  // by name
  std::map<std::string, std::size_t> places_;            // of the logs, by holder
  std::vector<DraftLog> logs_;
  std::vector<std::vector<Badge>> badges_;               // by log
  std::set<std::pair<std::size_t, std::string>> noted_;  // further names, by log
  std::set<std::size_t> unclaimed_;  // files without a holder that were reported or noted
};

}  // namespace

std::vector<DraftLog> join(std::vector<Record> records, Problems& problems) {
  return Joiner{problems}.join(records);
}

}  // namespace certrenew::imports
