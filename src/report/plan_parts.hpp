// What the parts of a plan for people have in common.
#pragma once

#include <string>

#include "certrenew/plan.hpp"
#include "print/document.hpp"

namespace certrenew::report {

/// What `words_for_one` makes of each element, separated by commas.
template <class List, class WordsFor>
std::string joined(const List& list, const WordsFor& words_for_one) {
  std::string words;
  for (const auto& one : list) {
    if (!words.empty()) words += ", ";
    words += words_for_one(one);
  }
  return words;
}

/// Writes the deadlines of a plan, of which there is at least one. The earliest day stands out.
void write_deadlines(print::Document& document, const Answer& answer, const Plan& plan);

}  // namespace certrenew::report
