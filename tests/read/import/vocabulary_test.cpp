#include "read/import/vocabulary.hpp"

#include "../../catch.hpp"
#include "certrenew/read.hpp"

using namespace certrenew;
using namespace certrenew::imports;

namespace {

/// `comptia:Security+`, or `ACP-620` where the log need not name the programme.
std::vector<std::string> shown(const std::vector<KnownCode>& codes) {
  std::vector<std::string> texts;
  for (const KnownCode& one : codes) {
    texts.push_back((one.programme ? *one.programme + ":" : "") + one.code);
  }
  return texts;
}

std::vector<std::string> found_in(std::string_view name, std::string_view issuer = {}) {
  return shown(Vocabulary{builtin_policies(), {}}.codes_in({name, issuer}));
}

std::vector<std::string> certifications(std::string_view code) {
  return shown(Vocabulary{builtin_policies(), {}}.certifications(code));
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("a code that stands in the name of a badge is found") {
  CHECK(found_in("ACP-620: Managing Jira Projects") == Texts{"ACP-620"});
  CHECK(found_in("Atlassian Certified (ACP-MJCP)") == Texts{"ACP-MJCP"});
  CHECK(found_in("Certified ACP-777!") == Texts{"ACP-777"});
  CHECK(found_in("CompTIA Security+ ce Certification", "CompTIA") == Texts{"comptia:Security+"});
  CHECK(found_in("SY0-701") == Texts{"comptia:SY0-701"});
}

TEST_CASE("a code and its alias in one name are one certification") {
  CHECK(found_in("ACP-620 (ACP-MJCP)") == Texts{"ACP-620"});
  CHECK(found_in("ACP-120 and ACP-620") == Texts{"ACP-120", "ACP-620"});
}

TEST_CASE("what only resembles a code is not one") {
  CHECK(found_in("acp-620").empty());
  CHECK(found_in("XACP-620").empty());
  CHECK(found_in("ACP-").empty());
  CHECK(found_in("ACP-Champion").empty());
  CHECK(found_in("Google Cloud Associate-Level").empty());
  CHECK(found_in(std::string(1000, ' ') + "ACP-620").empty());
}

TEST_CASE("a bare word is a code of another programme only if something else says so") {
  CHECK(found_in("ACE", "Autodesk").empty());
  CHECK(found_in("Associate Cloud Engineer: ACE") == Texts{"google-cloud:ACE"});
  CHECK(found_in("ACE", "google cloud") == Texts{"google-cloud:ACE"});
  CHECK(found_in("CKA: Certified Kubernetes Administrator", "The Linux Foundation") ==
        Texts{"cncf:CKA"});
  CHECK(found_in("SY0-701", "Cisco").empty());
}

TEST_CASE("a code is looked up in the policies in force before others") {
  CHECK(certifications("ACP-620") == Texts{"ACP-620"});
  CHECK(certifications("PCA") == Texts{"cncf:PCA", "google-cloud:PCA"});
  CHECK(certifications("Google Cloud:PCA") == Texts{"google-cloud:PCA"});
  CHECK(certifications("none:PCA").empty());
  CHECK(certifications("Webinar").empty());
}

TEST_CASE("programmes and types match loosely") {
  Vocabulary words{builtin_policies(), {{"Web Inar", "coursework"}, {"never", "x"}}};
  CHECK(words.programme("ISC2") == "isc2");
  CHECK(words.programme("Red Hat") == "red-hat");
  CHECK(!words.programme("none"));
  CHECK(words.activity_type("Local Event") == "local-event");
  CHECK(words.activity_type("COLLEGE_COURSE") == "college-course");
  CHECK(words.activity_type("Exam") == "exam");
  CHECK(!words.activity_type("webinars"));
  CHECK(words.mapped("web-inar") == "coursework");
  CHECK(words.unused() == std::vector<std::string_view>{"never"});
}
