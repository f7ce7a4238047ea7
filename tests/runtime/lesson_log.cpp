// The training log of the lesson, bit for bit, at three learning rates and in both ways of writing the loss.
#include "../../examples/lessons/training_log.hpp"
#include "../catch.hpp"

#include <cstdint>
#include <fstream>
#include <iterator>
#include <sstream>

using namespace leibniz;
using lesson::w, lesson::x, lesson::y;

namespace {

constexpr auto squared = pow<2>(w * x - y);
constexpr auto multiplied = (w * x - y) * (w * x - y);

template <class Loss>
std::string log_of(Loss loss, float rate) {
    std::ostringstream out;
    lesson::write_training_log(out, loss, rate);
    return out.str();
}

/// FNV-1a, 64 bits.
std::uint64_t fingerprint(std::string const& text) {
    std::uint64_t hash = 0xcbf29ce484222325u;
    for (char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
    return hash;
}

void require_lines(std::string const& log, std::initializer_list<char const*> lines) {
    for (char const* line : lines) {
        INFO(line);
        REQUIRE(log.find(std::string(line) + '\n') != std::string::npos);
    }
}

}  // namespace

TEST_CASE("both ways of writing the loss give the same log") {
    for (float rate : {0.01f, 0.03f, 0.05f}) REQUIRE(log_of(squared, rate) == log_of(multiplied, rate));
}

TEST_CASE("the log printed in the lesson is the one of rate 0.03") {
    std::string const log = log_of(squared, 0.03f);
    char const begin[] =
        "predict (before training) 4 4.0\n"
        "\tgrad: 1.0 2.0 -2.0\n"
        "\tgrad: 2.0 4.0 -7.520000457763672\n"
        "\tgrad: 3.0 6.0 -12.859201431274414\n"
        "progress: 0 4.593307018280029\n"
        "\tgrad: 1.0 2.0 -0.6572480201721191\n"
        "\tgrad: 2.0 4.0 -2.47125244140625\n"
        "\tgrad: 3.0 6.0 -4.225842475891113\n"
        "progress: 1 0.4960484504699707\n";
    REQUIRE(log.substr(0, sizeof begin - 1) == begin);
    require_lines(log, {"progress: 2 0.05357002466917038", "progress: 13 9.094947017729282e-13",
                        "\tgrad: 1.0 2.0 -2.384185791015625e-07", "\tgrad: 2.0 4.0 -9.5367431640625e-07",
                        "\tgrad: 3.0 6.0 -2.86102294921875e-06\nprogress: 15 2.2737367544323206e-13", "progress: 16 0.0",
                        "predict (after training) 4 8.0"});
}

TEST_CASE("the logs of 0.01 and 0.05, as PyTorch 1.13 printed them") {
    // Fingerprints of the 402 lines each that PyTorch printed.
    REQUIRE(fingerprint(log_of(squared, 0.01f)) == 0xb8294d853494d814u);
    REQUIRE(fingerprint(log_of(multiplied, 0.05f)) == 0x3dbc32277bd878ecu);
    require_lines(log_of(squared, 0.05f), {"\tgrad: 2.0 4.0 -7.199999809265137"});
}

#ifdef LEIBNIZ_REFERENCE_DATA
TEST_CASE("the logs of 0.01 and 0.05, line by line against the reference") {
    auto const reference = [](char const* file) {
        std::ifstream in(std::string(LEIBNIZ_REFERENCE_DATA) + "/autograd_course/" + file);
        return std::string(std::istreambuf_iterator<char>(in), {});
    };
    REQUIRE(log_of(squared, 0.01f) == reference("log_lr0.01_pow_f32.txt"));
    REQUIRE(log_of(multiplied, 0.05f) == reference("log_lr0.05_mul_f32.txt"));
}
#endif
