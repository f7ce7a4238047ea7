// The lessons that are calculated by hand: one weight, weight and bias, two steps, the quadratic homework.
#include "lesson.hpp"

#include <leibniz/eigen.hpp>
#include <leibniz/page.hpp>

using namespace leibniz;

namespace {

constexpr symbol<"w"> w;
constexpr symbol<"b"> b;
constexpr symbol<"x"> x;
constexpr symbol<"y"> y;

constexpr char const* how_to_read =
    "Each box is a quantity with its value; arrows to the right carry values forward. Dashed arrows go back: the derivative of the loss by a box, "
    "times the local derivative on the arrow, is what arrives at the box where the arrow ends; what arrives is added up.";

template <class T>
double number(T const& line) {
    if constexpr (requires { line.value.numerator(); })
        return leibniz::detail::fraction<double>(line.value.numerator(), line.value.packed());
    else return line.value;
}

}  // namespace

lesson::page lesson::one_weight() {
    page p("L1", "a hand derivation, one weight", "l01_one_weight.cpp");
    constexpr auto loss = let<"loss">(pow<2>(let<"ŷ">(w*x) - y));
    auto const c = backpropagation(loss, wrt(w))(w = 1, x = 2, y = 4);
    p.body.paragraph(prose("The model ") + shown_name("ŷ") + " = " + shown(w*x) + " and its loss, at x = 2, y = 4, w = 1. The loss is " +
                     shown(loss) + ", and its derivative by w, found while this page's program was compiled, is " + shown(diff(loss, w)) + ".");
    p.body.append(written_out(c)).picture("The computational graph, with values forward and derivatives backward", how_to_read, svg(graph_of(c)));
    p.body.heading(3, "The derivative, every rule by its name").append(written_out(derivation(pow<2>(w*x - y), w, every_rule)));
    p.figure(shown_name("ŷ"), "2", number(c.forward[0]));
    p.figure(shown_name("loss"), "4", number(c.forward[1]));
    p.figure(shown_ratio("loss", "ŷ"), "-4", number(c.local[0]));
    p.figure(shown_ratio("ŷ", "w"), "2", number(c.local[1]));
    p.figure(shown_ratio("loss", "w"), "-8", number(c.gradient[0]));
    p.finish();
    return p;
}

lesson::page lesson::weight_and_bias() {
    page p("L2", "a hand derivation, weight and bias", "l02_weight_and_bias.cpp");
    constexpr auto loss = let<"loss">(pow<2>(let<"ŷ">(w*x + b) - y));
    auto const c = backpropagation(loss, wrt(w, b))(w = 1, b = 2, x = 1, y = 2);
    p.body.paragraph(prose("The same in two parameters: ") + shown_name("ŷ") + " = " + shown(w*x + b) + ", at x = 1, y = 2, w = 1, b = 2.");
    p.body.append(written_out(c)).picture("The computational graph of weight and bias", how_to_read, svg(graph_of(c)));
    p.figure(shown_name("loss"), "1", number(c.forward[1]));
    p.figure(shown_ratio("loss", "w"), "2", number(c.gradient[0]));
    p.figure(shown_ratio("loss", "b"), "2", number(c.gradient[1]));
    p.finish();
    return p;
}

lesson::page lesson::two_steps() {
    page p("L4", "two steps by hand", "l04_two_steps.cpp");
    constexpr auto loss = let<"loss">(pow<2>(let<"ŷ">(w*x) - y));
    auto const training = backpropagation(loss, wrt(w)).steps(2, 0.1_c)(w = 1, x = 2, y = 4);
    p.body.paragraph("Forward, backward, update, verify, again: x = 2, y = 4, w = 1, learning rate 0.1. The numbers are exact fractions, as on paper; "
                     "in binary floating point the second loss would be 0.15999999999999992.");
    p.body.append(written_out(training));
    plot losses{"step", "loss", {}, true};
    plotted all{"loss", {}, {}, false};
    auto const longer = backpropagation(loss, wrt(w)).steps(6, 0.1)(w = 1.0, x = 2.0, y = 4.0);
    for (int k = 0; k < longer.steps.size(); ++k) all.xs.push(k), all.ys.push(longer.steps[k].forward[1].value);
    losses.data.push(all);
    p.body.picture("Beyond the lesson: the loss over six steps", "The loss falls from 4 by a factor of 25 in every step: a straight line on this scale.", svg(losses));
    p.figure(shown_name("w"), "1.8", number(training.steps[0].update[0]));
    p.figure(shown_name("w"), "1.96", number(training.steps[1].update[0]));
    p.figure(shown_name("loss"), "4", number(training.steps[0].forward[1]));
    p.figure(shown_name("loss"), "0.16", number(training.steps[1].forward[1]));
    p.figure(shown_name("loss"), "0.0064", number(training.after[1]));
    p.figure(shown_ratio("loss", "w"), "-8", number(training.steps[0].gradient[0]));
    p.figure(shown_ratio("loss", "w"), "-1.6", number(training.steps[1].gradient[0]));
    p.finish();
    return p;
}

lesson::page lesson::quadratic() {
    page p("L12", "homework: a quadratic model", "l12_quadratic.cpp");
    constexpr symbol<"w1"> w1;
    constexpr symbol<"w2"> w2;
    constexpr auto prediction = let<"ŷ">(let<"p">(w1*let<"s">(pow<2>(x))) + let<"q">(w2*x) + b);
    constexpr auto loss = let<"loss">(pow<2>(let<"r">(prediction - y)));
    constexpr auto parameters = wrt(w1, w2, b);
    p.body.paragraph(prose("The model ") + shown_name("ŷ") + " = " + shown(prediction) + " at two points, then trained on x = (1, 2, 3), y = (2, 4, 6).");

    auto const first = backpropagation(loss, parameters)(w1 = 1, w2 = 1, b = 1, x = 1, y = 2);
    auto const second = backpropagation(loss, parameters)(w1 = 1, w2 = 1, b = 2, x = 2, y = 4);
    p.body.heading(3, "At x = 1, y = 2, all parameters 1").append(written_out(first));
    p.body.picture("The computational graph of the quadratic model", how_to_read, svg(graph_of(first)));
    p.body.heading(3, "At x = 2, y = 4, both weights 1, b = 2").append(written_out(second));

    Eigen::Array3d const xs(1, 2, 3), ys(2, 4, 6);
    constexpr auto cost = mean(loss);
    constexpr auto g = gradient(cost, parameters);
    auto parameter_values = values(w1 = 1.0, w2 = 1.0, b = 1.0);
    plotted before{"before", {}, {}, false}, after{"after 10000 epochs", {}, {}, false}, samples{"samples", {}, {}, true}, fall{"mean loss", {}, {}, false};
    auto const draw = [&](plotted& curve) {
        for (int k = 0; k <= 40; ++k) curve.xs.push(k / 10.0), curve.ys.push(evaluate(prediction, parameter_values, x = k / 10.0));
    };
    draw(before);
    for (int epoch = 0; epoch < 10000; ++epoch) {
        if (epoch < 200 || epoch % 100 == 0) fall.xs.push(epoch), fall.ys.push(evaluate(cost, parameter_values, x = xs, y = ys));
        parameter_values -= 0.01*evaluate(g, parameter_values, x = xs, y = ys);
    }
    draw(after);
    for (int k = 0; k < 3; ++k) samples.xs.push(xs[k]), samples.ys.push(ys[k]);
    plot fit{"x", "ŷ", {}, false}, losses{"epoch", "mean loss", {}, true};
    fit.data.push(after), fit.data.push(before), fit.data.push(samples);
    losses.data.push(fall);
    p.body.heading(3, "Training").paragraph("Learning rate 0.01, all three samples at once.");
    p.body.picture("The fitted curve before and after training", "Before training the curve leaves the samples far below; afterwards it passes through them nearly as a line.", svg(fit));
    p.body.picture("The mean loss by epoch", "The loss falls steeply within ten epochs, then slowly.", svg(losses));

    p.figure("at x = 1: loss", "1", number(first.forward[5]));
    p.figure(prose("at x = 1: ") + shown_ratio("loss", "w1"), "2", number(first.gradient[0]));
    p.figure(prose("at x = 1: ") + shown_ratio("loss", "w2"), "2", number(first.gradient[1]));
    p.figure(prose("at x = 1: ") + shown_ratio("loss", "b"), "2", number(first.gradient[2]));
    p.figure("at x = 2: loss", "16", number(second.forward[5]));
    p.figure(prose("at x = 2: ") + shown_ratio("loss", "w1"), "32", number(second.gradient[0]));
    p.figure(prose("at x = 2: ") + shown_ratio("loss", "w2"), "16", number(second.gradient[1]));
    p.figure(prose("at x = 2: ") + shown_ratio("loss", "b"), "8", number(second.gradient[2]));
    p.finish();
    return p;
}
