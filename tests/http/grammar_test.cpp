// What the gate accepts and refuses before any of the application's code runs.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <ostream>

#include "http/world.h"

namespace certreg::http {
namespace {

using namespace std::string_literals;
using test::End;
using test::RawAnswer;
using test::RawClient;

struct Sent {
  std::string name, bytes;
  int status;
};

void PrintTo(const Sent& sent, std::ostream* out) { *out << sent.name; }

std::string named(const testing::TestParamInfo<Sent>& info) { return info.param.name; }

class AcceptedRequest : public testing::TestWithParam<Sent> {};

TEST_P(AcceptedRequest, IsAnsweredAndTheConnectionGoesOn) {
  const World world;
  RawClient client = world.client();
  EXPECT_EQ(client.ask(GetParam().bytes).status, GetParam().status);
  EXPECT_EQ(client.ask(get_request("/echo")).body, "0 0");
}

INSTANTIATE_TEST_SUITE_P(
    Grammar, AcceptedRequest,
    testing::Values(
        Sent{"LeadingEmptyLines", "\r\n\r\nGET /fixed HTTP/1.1\r\nHost: h\r\n\r\n", 200},
        Sent{"AbsoluteForm", "GET http://h/fixed HTTP/1.1\r\nHost: h\r\n\r\n", 200},
        Sent{"AsteriskForm", "OPTIONS * HTTP/1.1\r\nHost: h\r\n\r\n", 404},
        Sent{"Options", "OPTIONS /fixed HTTP/1.1\r\nHost: h\r\n\r\n", 200},
        Sent{"UnknownMethod", "BREW /fixed HTTP/1.1\r\nHost: h\r\n\r\n", 200},
        Sent{"MalformedButHarmlessFields",
             "GET /fixed HTTP/1.1\r\nHost: [::bad\r\nCookie: ;;=;\r\nDate: nope\r\nCache-Control: "
             "max-age=abc\r\n"
             "Authorization: x\r\nContent-Type: ;\r\nAccept: ,,\r\nIf-Modified-Since: 1\r\n\r\n",
             200},
        Sent{"EmptyFieldValue", "GET /fixed HTTP/1.1\r\nHost:\r\nX-Empty: \r\n\r\n", 200},
        Sent{"ObsoleteBytesInAValue", "GET /fixed HTTP/1.1\r\nHost: h\r\nX-Name: T\xDCV\r\n\r\n", 200},
        Sent{"ManySlashes", fmt::format("GET {} HTTP/1.1\r\nHost: h\r\n\r\n", std::string(16'000, '/')), 404},
        Sent{"LengthZero", "POST /fixed HTTP/1.1\r\nHost: h\r\nContent-Length: 0\r\n\r\n", 200},
        Sent{"CodingInCapitals",
             "POST /fixed HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: CHUNKED\r\n\r\n0\r\n\r\n", 200},
        Sent{"ChunkExtensionAndTrailers",
             "POST /echo HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n1;a=b\r\nx\r\n0\r\nX-T: "
             "1\r\n\r\n",
             200},
        Sent{"HundredFields",
             [] {
               std::string request = "GET /fixed HTTP/1.1\r\nHost: h\r\n";
               for (int i = 1; i < 100; ++i) request += "A: b\r\n";
               return request + "\r\n";
             }(),
             200}),
    named);

class RefusedRequest : public testing::TestWithParam<Sent> {};

TEST_P(RefusedRequest, IsAnsweredOnceAndTheConnectionEnds) {
  World world;
  RawClient client = world.client();
  // What follows a refused request must never be taken for another one.
  client.send(GetParam().bytes + get_request("/fixed"));
  const RawAnswer answer = client.read_answer();
  EXPECT_EQ(answer.status, GetParam().status) << answer.body;
  EXPECT_EQ(answer.field("connection"), "close");
  EXPECT_TRUE(answer.complete);
  std::string rest;
  EXPECT_EQ(client.read_to_end(rest), End::Closed);
  EXPECT_EQ(rest, "");
  EXPECT_EQ(world.handled, 0);
}

std::string post(std::string_view fields, std::string_view body = {}) {
  return fmt::format("POST /echo HTTP/1.1\r\nHost: h\r\n{}\r\n{}", fields, body);
}

std::string chunked(std::string_view body) { return post("Transfer-Encoding: chunked\r\n", body); }

INSTANTIATE_TEST_SUITE_P(
    Framing, RefusedRequest,
    testing::Values(
        Sent{"TwoLengths", post("Content-Length: 5\r\nContent-Length: 6\r\n", "hello!"), 400},
        Sent{"TheSameLengthTwice", post("Content-Length: 5\r\nContent-Length: 5\r\n", "hello"), 400},
        Sent{"LengthList", post("Content-Length: 5, 5\r\n", "hello"), 400},
        Sent{"LengthThenCoding", post("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n"),
             400},
        Sent{"CodingThenLength", post("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n", "0\r\n\r\n"),
             400},
        Sent{"CodingTwice", post("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n"),
             400},
        Sent{"CodingGzipChunked", post("Transfer-Encoding: gzip, chunked\r\n", "0\r\n\r\n"), 400},
        Sent{"CodingIdentity", post("Transfer-Encoding: identity\r\n", "0\r\n\r\n"), 400},
        Sent{"CodingUnknown", post("Transfer-Encoding: xchunked\r\n", "0\r\n\r\n"), 400},
        Sent{"CodingEmpty", post("Transfer-Encoding:\r\n", "0\r\n\r\n"), 400},
        Sent{"CodingUnknownAndLength", post("Transfer-Encoding: x\r\nContent-Length: 5\r\n", "hello"), 400},
        Sent{"CodingInHttp10", "POST /echo HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400},
        Sent{"LengthNegative", post("Content-Length: -1\r\n"), 400},
        Sent{"LengthSigned", post("Content-Length: +5\r\n", "hello"), 400},
        Sent{"LengthBeyondNumbers", post("Content-Length: 1000000000000000000000000000000\r\n"), 400},
        Sent{"LengthHuge", post("Content-Length: 8000000000\r\n", "x"), 413},
        Sent{"LengthLargest", post("Content-Length: 18446744073709551615\r\n", "x"), 413},
        Sent{"ChunkSizeOverflow", chunked("fffffffffffffffff\r\n"), 400},
        Sent{"ChunkSizeLargest", chunked("ffffffffffffffff\r\n"), 413},
        Sent{"ChunkSizeMissing", chunked("\r\n\r\n"), 400},
        Sent{"ChunkSizeNegative", chunked("-1\r\n\r\n"), 400},
        Sent{"ChunkBareLf", chunked("1\nx\n0\n\n"), 400},
        Sent{"ChunkLongerThanItsSize", chunked("1\r\nxy\r\n0\r\n\r\n"), 400},
        Sent{"ChunkExtensionEndless", chunked("1;" + std::string(300'000, 'x')), 400},
        Sent{"TrailersEndless", chunked("0\r\nA: " + std::string(300'000, 'x')), 400},
        Sent{"ExpectationUnknown", post("Expect: 200-maybe\r\nContent-Length: 1\r\n", "x"), 417}),
    named);

INSTANTIATE_TEST_SUITE_P(
    Head, RefusedRequest,
    testing::Values(Sent{"BareLf", "GET /fixed HTTP/1.1\nHost: h\n\n", 400},
                    Sent{"BareLfInFields", "GET /fixed HTTP/1.1\r\nHost: h\nA: b\r\n\r\n", 400},
                    Sent{"BareCrInFields", "GET /fixed HTTP/1.1\r\nHost: h\rA: b\r\n\r\n", 400},
                    Sent{"FoldedField", "GET /fixed HTTP/1.1\r\nHost: h\r\nA: b\r\n c\r\n\r\n", 400},
                    Sent{"FoldedFieldEmptyFirst", "GET /fixed HTTP/1.1\r\nHost: h\r\nA:\r\n c\r\n\r\n", 400},
                    Sent{"FoldedFieldEmptyLast", "GET /fixed HTTP/1.1\r\nHost: h\r\nA: b\r\n \r\n\r\n", 400},
                    Sent{"FoldedByTab", "GET /fixed HTTP/1.1\r\nHost: h\r\nA: b\r\n\tc\r\n\r\n", 400},
                    Sent{"FirstFieldFolded", "GET /fixed HTTP/1.1\r\n A: b\r\nHost: h\r\n\r\n", 400},
                    Sent{"BlankBeforeColon", "GET /fixed HTTP/1.1\r\nHost: h\r\nA : b\r\n\r\n", 400},
                    Sent{"FieldWithoutName", "GET /fixed HTTP/1.1\r\nHost: h\r\n: b\r\n\r\n", 400},
                    Sent{"FieldWithoutColon", "GET /fixed HTTP/1.1\r\nHost: h\r\nabc\r\n\r\n", 400},
                    Sent{"NulInField", "GET /fixed HTTP/1.1\r\nHost: h\r\nA: b\0c\r\n\r\n"s, 400},
                    Sent{"NoHost", "GET /fixed HTTP/1.1\r\n\r\n", 400},
                    Sent{"TwoHosts", "GET /fixed HTTP/1.1\r\nHost: h\r\nHost: h\r\n\r\n", 400},
                    Sent{"TwoHostsInHttp10", "GET /fixed HTTP/1.0\r\nHost: h\r\nHost: h\r\n\r\n", 400},
                    Sent{"Http09", "GET /fixed\r\n\r\n", 400},
                    Sent{"Http20", "GET /fixed HTTP/2.0\r\nHost: h\r\n\r\n", 400},
                    Sent{"Http2Preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400},
                    Sent{"TlsHello", "\x16\x03\x01\x02", 400}, Sent{"Garbage", "GARBAGE\r\n\r\n", 400},
                    Sent{"Connect", "CONNECT h:443 HTTP/1.1\r\nHost: h\r\n\r\n", 400},
                    Sent{"AsteriskForGet", "GET * HTTP/1.1\r\nHost: h\r\n\r\n", 400},
                    Sent{"BrokenEscape", get_request("/%zz"), 400},
                    Sent{"EscapedNul", get_request("/a%00"), 400},
                    Sent{"HeaderOf64KiB",
                         get_request("/fixed", fmt::format("A: {}\r\n", std::string(65'536, 'a'))), 431},
                    Sent{"TargetOf64KiB", get_request("/" + std::string(65'536, 'a')), 431},
                    Sent{"HundredAndOneFields",
                         [] {
                           std::string request = "GET /fixed HTTP/1.1\r\nHost: h\r\n";
                           for (int i = 1; i < 101; ++i) request += "A: b\r\n";
                           return request + "\r\n";
                         }(),
                         431},
                    Sent{"ManyFieldsWithinTheirNumber",
                         [] {
                           std::string request = "GET /fixed HTTP/1.1\r\nHost: h\r\n";
                           for (int i = 1; i < 50; ++i) request += "A: " + std::string(1000, 'b') + "\r\n";
                           return request + "\r\n";
                         }(),
                         431}),
    named);

TEST(Grammar, ShowsTheRequestDecoded) {
  const World world;
  const RawAnswer answer =
      world.ask(get_request("/shown/a%2Fb?q=x+y&q=%C3%A9", "x-TAG: one\r\nX-Tag:  two \r\n"));
  EXPECT_EQ(answer.body, "GET /shown/a/b\n[shown][a/b]{q=x y}{q=\xC3\xA9}<one> 2 127.0.0.1");
}

TEST(Grammar, TakesAHeadCutAtEveryByte) {
  const World world;
  const std::string request = "\r\n" + get_request("/shown/a?b=c", "X-Tag: t\r\nA:\r\n");
  const std::string expected = world.ask(request).body;
  for (std::size_t cut = 1; cut < request.size(); ++cut) {
    RawClient client = world.client();
    client.send(std::string_view(request).substr(0, cut));
    client.send(std::string_view(request).substr(cut));
    ASSERT_EQ(client.read_answer().body, expected) << cut;
  }
}

}  // namespace
}  // namespace certreg::http
