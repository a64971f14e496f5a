// Writers that keep what a report writes, to be looked at.
#pragma once

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "print/document.hpp"
#include "print/json_events.hpp"

namespace certrenew::testing {

/// Keeps the paths of all scalars: `credentials.units.counted`.
class RecordingJson : public print::JsonEvents {
 public:
  std::set<std::string> scalars;
  std::set<std::string> after_lists;  ///< those that stand after a list of the same object

  void open_object(std::string_view key) override { enter(key); }
  void close_object() override { levels_.pop_back(); }
  void open_list(std::string_view key) override {
    if (!levels_.empty()) levels_.back().had_list = true;
    enter(key);
  }
  void close_list() override { levels_.pop_back(); }

  void null(std::string_view key) override { add(key); }
  void plain(std::string_view key, std::string_view /*value*/) override { add(key); }
  void word(std::string_view key, std::string_view /*value*/) override { add(key); }
  void text(std::string_view key, std::string_view /*value*/) override { add(key); }

 private:
  struct Level {
    std::string path;
    bool had_list = false;
  };

  [[nodiscard]] std::string path_of(std::string_view key) const {
    const std::string outer = levels_.empty() ? "" : levels_.back().path;
    if (key.empty()) return outer;
    return (outer.empty() ? "" : outer + ".").append(key);
  }
  void enter(std::string_view key) { levels_.push_back({path_of(key)}); }
  void add(std::string_view key) {
    scalars.insert(path_of(key));
    if (levels_.back().had_list) after_lists.insert(path_of(key));
  }

  std::vector<Level> levels_;
};

/// Keeps each part as a line: `text: …`, and each row of a grid as its cells, `ACP-620|active`.
class RecordingDocument : public print::Document {
 public:
  std::vector<std::string> lines;
  std::vector<print::RemarkLine> remarks;

  void title(std::string_view who, std::string_view origin) override {
    add("title: ", std::string{who}.append("; ").append(origin));
  }
  void heading(std::string_view text, std::string_view beside) override {
    add("heading: ", std::string{text}.append("; ").append(beside));
  }
  void text(std::string_view text, print::Style /*style*/) override { add("text: ", text); }
  void list(const std::vector<std::string>& items) override {
    for (const std::string& item : items) add("item: ", item);
  }
  void aside(std::string_view title, const std::vector<std::string>& items) override {
    add("aside: ", title);
    list(items);
  }
  void grid(const print::Grid& grid) override {
    std::string titles;
    for (const print::Column& column : grid.columns) titles += column.title + '|';
    lines.push_back(titles);
    grid.rows([&](const print::Row& row) {
      std::string cells;
      for (std::size_t i = 0; i < grid.columns.size(); ++i) cells += row[i].text + '|';
      lines.push_back(cells);
    });
    for (const std::string& entry : grid.legend) add("legend: ", entry);
  }
  void remark(const print::RemarkLine& line) override { remarks.push_back(line); }

  [[nodiscard]] bool has(std::string_view line) const {
    return std::find(lines.begin(), lines.end(), line) != lines.end();
  }

 private:
  void add(std::string prefix, std::string_view text) { lines.push_back(prefix.append(text)); }
};

}  // namespace certrenew::testing
