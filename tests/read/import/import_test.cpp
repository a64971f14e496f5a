#include "read/import/import.hpp"

#include "../../catch.hpp"
#include "certrenew/read.hpp"
#include "report/import.hpp"

using namespace certrenew;
using namespace certrenew::imports;

namespace {

/// What an import gives: logs on one line each, remarks, and `FILE:LINE:COLUMN MESSAGE`.
struct Imported {
  std::vector<std::string> logs;
  std::vector<std::string> remarks;
  std::vector<std::string> errors;
};

Imported import(const std::vector<File>& files, const Options& options = {}) {
  Problems problems{files};
  const auto drafts = import_files(files, options, builtin_policies(), problems);
  LogChecker checker{builtin_policies(), problems};
  Imported result{.logs = {}, .remarks = problems.remarks(), .errors = {}};
  for (const DraftLog& draft : drafts) {
    std::string text = report::json_of(draft, report::LogLayout::one_line);
    checker.check(draft, text);
    text.pop_back();
    result.logs.push_back(std::move(text));
  }
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (!problems.has_errors(i)) continue;
    for (const Error& one : problems.finish(i).listed) {
      result.errors.push_back(files[i].name + ':' + std::to_string(one.position.line) + ':' +
                              std::to_string(one.position.column) + ' ' + one.message);
    }
  }
  return result;
}

std::string only_log(const std::vector<File>& files, const Options& options = {}) {
  const Imported result = import(files, options);
  for (const std::string& error : result.errors) UNSCOPED_INFO(error);
  REQUIRE(result.errors.empty());
  REQUIRE(result.logs.size() == 1);
  return result.logs.front();
}

std::string table(const std::string& text) { return only_log({{"t.csv", text}}); }

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("the expiry of a table is what the portal shows") {
  CHECK(
      table("code,earned,expires\nACP-620,2024-01-10,2026-01-10\n") ==
      R"({"certifications":[{"code":"ACP-620","earned":"2024-01-10","expect":{"suspends":"2026-01-10"}}],"activities":[]})");
}

TEST_CASE("the expiry beside a suspension is the expiry") {
  CHECK(
      table("code,suspends,valid until\nACP-620,2026-01-10,2026-04-10\n") ==
      R"({"certifications":[{"code":"ACP-620","suspends":"2026-01-10","expires":"2026-04-10"}],"activities":[]})");
}

TEST_CASE("a certification of an unknown vendor is tracked, and its expiry is its own") {
  CHECK(
      table("code,vendor,issued,expiry,notes\nPMP,PMI,2024-01-10,2027-01-10,Keep\n") ==
      R"({"certifications":[{"code":"PMP","programme":"none","earned":"2024-01-10","expires":"2027-01-10","notes":"Vendor: PMI. Keep"}],"activities":[]})");
  CHECK(table("code,vendor\nPMP,None\n") ==
        R"({"certifications":[{"code":"PMP","programme":"none"}],"activities":[]})");
}

TEST_CASE("holders are joined by id, and by name if one of them has no id") {
  const std::vector<File> files{{"a.csv", "id,name,code,date\n1,Ann,ACP-620,2024-01-10\n"},
                                {"b.csv", "name,code,date\nAnn,ACP-120,2024-01-10\n"},
                                {"c.csv", "email,code,date\n1,ACP-420,2024-01-10\n"}};
  CHECK(
      only_log(files) ==
      R"({"candidate":{"id":"1","name":"Ann"},"certifications":[{"code":"ACP-620","earned":"2024-01-10"},{"code":"ACP-120","earned":"2024-01-10"},{"code":"ACP-420","earned":"2024-01-10"}],"activities":[]})");
}

TEST_CASE("the same name with different ids are different holders") {
  const Imported result = import(
      {{"a.csv", "id,name,code,date\n1,Ann,ACP-620,2024-01-10\n2,Ann,ACP-620,2024-01-10\n"}});
  CHECK(result.errors.empty());
  CHECK(result.logs.size() == 2);
}

TEST_CASE("a file without a holder is refused once if there are several") {
  const Imported result =
      import({{"a.csv", "id,code,date\n1,ACP-620,2024-01-10\n2,ACP-620,2024-01-10\n"},
              {"b.csv", "date,type\n2025-01-01,coursework\n2025-01-02,coursework\n"}});
  CHECK(result.errors ==
        Texts{"b.csv:2:1 this names no holder, and it could belong to any of 2 people"});
}

TEST_CASE("errors of the log are reported where the values stand in the tables") {
  CHECK(import({{"a.csv", "code;earned\nACP-620;2024-01-10\n\"ACP-620\";2024-01-10\n"}}).errors ==
        Texts{"a.csv:3:1 \"ACP-620\" is listed twice"});
  const Imported result = import({{"a.csv", "code;earned\nACP-620;2024-01-10\n"},
                                  {"b.csv",
                                   "date;title;type;code\n2025-01-01;\"two\nlines\";exam;ACP-120\n"
                                   "2025-01-01;;\"Course\";\n"}});
  REQUIRE(result.errors.size() == 2);
  CHECK(result.errors[0].starts_with("b.csv:3:13 the log lists no certification \"ACP-120\""));
  CHECK(result.errors[1].starts_with("b.csv:4:13 unknown activity type \"Course\""));
}

TEST_CASE("a date that leaves the calendar is reported where it stands") {
  const Imported result = import({{"a.csv", "code,earned\nACP-620,9999-01-01\n"}});
  REQUIRE(result.errors.size() == 1);
  CHECK(result.errors[0].starts_with("a.csv:2:9 "));
}

TEST_CASE("an exam of a refused certification is not refused for that") {
  const Imported result = import({{"a.csv", "code,earned\nACP-620,soon\n"},
                                  {"b.csv", "date,type,code\n2025-01-01,exam,ACP-620\n"}});
  CHECK(result.errors == Texts{"a.csv:2:9 \"soon\" is not a date (write YYYY-MM-DD)"});
}

TEST_CASE("badges of one code are one certification from the first issue to the last expiry") {
  const std::string badges =
      R"({"data":[{"issued_at_date":"2024-01-20","expires_at_date":"2026-01-20","state":"accepted","badge_template":{"name":"ACP-620"}},)"
      R"({"issued_at_date":"2022-02-03","expires_at_date":"2024-02-03","state":"accepted","badge_template":{"name":"Jira ACP-MJCP"}}]})";
  CHECK(
      only_log({{"badges.json", badges}}) ==
      R"({"certifications":[{"code":"ACP-620","earned":"2022-02-03","expect":{"suspends":"2026-01-20"},"notes":"Credly shows 2 badges of it, issued on 2022-02-03 and 2024-01-20. The log takes the first day as the day it was earned, and does not say what renewed it."}],"activities":[]})");
}

TEST_CASE("tracked badges of one name and several issuers are named after their issuers") {
  const auto badge = [](const std::string& name, const std::string& issuer) {
    return R"({"state":"accepted","badge_template":{"name":")" + name +
           R"("},"issuer":{"entities":[{"entity":{"name":")" + issuer + R"("}}]}})";
  };
  const std::string log = only_log(
      {{"badges.json", R"({"data":[)" + badge("Mentor", "A") + ',' + badge("Mentor", "B") + ',' +
                           badge("Coach", "B") + ',' + badge("Mentor", "A") + "]}"}});
  CHECK(log.find(R"("code":"A Mentor","name":"A Mentor")") != std::string::npos);
  CHECK(log.find(R"("code":"B Mentor")") != std::string::npos);
  CHECK(log.find(R"("code":"Coach")") != std::string::npos);
}

TEST_CASE("a badge that is not accepted is left out, and one line says so") {
  const Imported result = import(
      {{"badges.json",
        R"({"data":[{"state":"revoked","badge_template":{}},{"state":"pending"},{"state":"accepted","badge_template":{"name":"x"}}]})"}});
  CHECK(result.errors.empty());
  CHECK(result.remarks == Texts{"badges.json: left out 2 badges whose state is not \"accepted\""});
}

TEST_CASE("the name of a badge is mapped to a code") {
  const std::string badges =
      R"({"data":[{"issued_at_date":"2024-01-20","state":"accepted","badge_template":{"name":"Atlassian Certified Jira Admin"}}]})";
  Options options;
  options.map = {{"atlassian certified jira admin", "ACP-120"}};
  CHECK(only_log({{"badges.json", badges}}, options) ==
        R"({"certifications":[{"code":"ACP-120","earned":"2024-01-20"}],"activities":[]})");
}

TEST_CASE("a hashed recipient is no holder, and days are as written") {
  const std::string badge =
      R"({"recipient":{"hashed":true,"identity":"sha256$0"},"badge":"https://example.org/b","issuedOn":"2024-05-06T23:30:00-05:00"})";
  CHECK(
      only_log({{"badge.json", badge}}) ==
      R"({"certifications":[{"code":"https://example.org/b","programme":"none","earned":"2024-05-06"}],"activities":[]})");
}

TEST_CASE("a credential of Open Badges 3 belongs to its first identifier that is not hashed") {
  const std::string badge =
      R"([{"validFrom":"2024-05-06T00:00:00Z","validUntil":"2026-05-06T00:00:00Z","credentialSubject":{"id":"did:x",)"
      R"("identifier":[{"hashed":true,"identityHash":"0"},{"hashed":false,"identityHash":"a@example.org"}],"achievement":{"name":"ACP-620"}}}])";
  CHECK(
      only_log({{"badge.json", badge}}) ==
      R"({"candidate":{"id":"a@example.org"},"certifications":[{"code":"ACP-620","earned":"2024-05-06","expect":{"suspends":"2026-05-06"}}],"activities":[]})");
}

TEST_CASE("the last good day of a transcript becomes the day after it") {
  const std::string transcript =
      R"({"certificationData":{"activeCertifications":[{"name":"A","dateEarned":"2023-12-31T10:00:00Z","expiration":"2024-12-31T23:59:59Z"}]}})";
  CHECK(
      only_log({{"transcript.json", transcript}}) ==
      R"({"certifications":[{"code":"A","name":"A","programme":"none","earned":"2023-12-31","expires":"2025-01-01"}],"activities":[]})");
}

TEST_CASE("one line says how many modules of a transcript are left out") {
  const auto remarks = [](const std::string& modules) {
    return import({{"transcript.json", R"({"certificationData":{},)" + modules + "}"}}).remarks;
  };
  CHECK(remarks(R"("modulesCompleted":[{}])") ==
        Texts{"transcript.json: left out 1 module (modules do not renew certifications)"});
  CHECK(remarks(R"("totalModulesCompleted":7)") ==
        Texts{"transcript.json: left out 7 modules (modules do not renew certifications)"});
  CHECK(remarks(R"("totalModulesCompleted":0)").empty());
  CHECK(remarks(R"("modulesCompleted":[],"totalModulesCompleted":null)").empty());
}
