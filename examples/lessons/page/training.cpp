// Training sample by sample in single precision, with the whole log.
#include "../training_log.hpp"
#include "lesson.hpp"

#include <leibniz/page.hpp>

#include <sstream>

using namespace leibniz;

namespace {

/// The figures that the lesson's log prints, in the lines where they stand.
struct printed {
    int line;
    char const* text;
};
constexpr printed figures[] = {
    {0, "predict (before training) 4 4.0"},
    {1, "\tgrad: 1.0 2.0 -2.0"},
    {2, "\tgrad: 2.0 4.0 -7.520000457763672"},
    {3, "\tgrad: 3.0 6.0 -12.859201431274414"},
    {4, "progress: 0 4.593307018280029"},
    {5, "\tgrad: 1.0 2.0 -0.6572480201721191"},
    {6, "\tgrad: 2.0 4.0 -2.47125244140625"},
    {7, "\tgrad: 3.0 6.0 -4.225842475891113"},
    {8, "progress: 1 0.4960484504699707"},
    {12, "progress: 2 0.05357002466917038"},
    {56, "progress: 13 9.094947017729282e-13"},
    {61, "\tgrad: 1.0 2.0 -2.384185791015625e-07"},
    {62, "\tgrad: 2.0 4.0 -9.5367431640625e-07"},
    {63, "\tgrad: 3.0 6.0 -2.86102294921875e-06"},
    {64, "progress: 15 2.2737367544323206e-13"},
    {68, "progress: 16 0.0"},
    {401, "predict (after training) 4 8.0"},
};

}  // namespace

lesson::page lesson::training_log() {
    page p("L3", "training sample by sample", "l03_training_log.cpp");
    constexpr auto squared = pow<2>(w*x - y);
    constexpr auto multiplied = (w*x - y)*(w*x - y);
    static_assert(squared == multiplied);
    constexpr float rate = 0.03f;
    p.body.paragraph(prose("The model ") + shown(w*x) + " on x = (1, 2, 3), y = (2, 4, 6), one sample after the other, 100 epochs in single precision from w = 1. " +
                     "One lesson writes the loss as a square, the other as a product; both derive to " + shown(diff(multiplied, w)) +
                     ", a proof that the compiler checks, and both log the same.");
    p.body.paragraph("The lesson's text says learning rate 0.05; the log that it prints is the one of 0.03 (at 0.05 its third line would read "
                     "-7.199999809265137). The log below is calculated at 0.03 and printed as Python prints single precision widened to double.");

    std::ostringstream log;
    write_training_log(log, multiplied, rate);
    std::string const whole = log.str();
    buffer<text_view> lines;
    for (text_view rest = whole; !rest.empty();) {
        std::size_t const end = rest.find('\n');
        lines.push(rest.substr(0, end));
        rest = rest.substr(end + 1);
    }

    plotted fall{"loss", {}, {}, false}, before{"before, w = 1", {}, {}, false}, after{"after, w = 2", {}, {}, false}, samples{"samples", {}, {}, true};
    float weight = 1;
    for (int epoch = 0; epoch < 20; ++epoch) {
        float last = 0;
        for (float at : {1.0f, 2.0f, 3.0f}) {
            last = evaluate(multiplied, w = weight, x = at, y = 2*at);
            weight = weight - rate*evaluate(diff(multiplied, w), w = weight, x = at, y = 2*at);
        }
        fall.xs.push(epoch), fall.ys.push(static_cast<double>(last));
    }
    for (float at : {0.0f, 4.0f}) {
        before.xs.push(static_cast<double>(at)), before.ys.push(static_cast<double>(at));
        after.xs.push(static_cast<double>(at)), after.ys.push(static_cast<double>(evaluate(w*x, w = weight, x = at)));
    }
    for (double at : {1.0, 2.0, 3.0}) samples.xs.push(at), samples.ys.push(2*at);
    plot losses{"epoch", "loss of the last sample", {}, true}, fit{"x", "ŷ", {}, false};
    losses.data.push(fall);
    fit.data.push(after), fit.data.push(before), fit.data.push(samples);
    p.body.picture("The loss by epoch", "A straight line on this scale down to the last digits of single precision; from epoch 16 on the loss is exactly 0.", svg(losses));
    p.body.picture("The fitted line before and after training", "Before training the line runs below the three samples, afterwards through them.", svg(fit));
    p.body.heading(3, "The log").code(whole);

    for (printed const& f : figures) {
        characters what = "line ";
        what += f.line + 1;
        p.figure(what, f.text, f.line < lines.size() ? lines[f.line] : text_view());
    }
    p.finish();
    return p;
}
