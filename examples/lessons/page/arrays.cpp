// The lessons about arrays, Jacobians, and what has a derivative at all.
#include "lesson.hpp"

#include <leibniz/eigen.hpp>
#include <leibniz/page.hpp>

#include <array>
#include <vector>

using namespace leibniz;

namespace {

constexpr symbol<"w"> w;
constexpr symbol<"b"> b;
constexpr symbol<"x"> x;
constexpr symbol<"y"> y;

characters joined(std::initializer_list<double> entries) {
    characters all = "(";
    for (double const& entry : entries) {
        if (&entry != entries.begin()) all += ", ";
        all += number_text(entry, 6);
    }
    return all + ")";
}
template <class Array>
characters entries_of(Array const& all) {
    characters text;
    for (Eigen::Index i = 0; i < all.size(); ++i) {
        if (i > 0) text += ", ";
        text += number_text(static_cast<double>(all(i)), 6);
    }
    return text;
}
/// The entries of a square of four, row by row.
Eigen::Array4d row_by_row(Eigen::ArrayXd const& columns) { return {columns[0], columns[2], columns[1], columns[3]}; }
characters counted(Eigen::Index n) {
    characters text;
    text += n;
    return text;
}

}  // namespace

lesson::page lesson::tensors() {
    page p("L5", "tensors, gradients and their state", "l05_tensors.cpp");
    constexpr auto loss = pow<2>(w*x - y);
    constexpr auto g = gradient(loss, wrt(w));
    p.body.paragraph("Tensors of order 0 to 4 are bound to x as they are: a number, a column, or the entries of an array, whatever its order. "
                     "The element type is that of the data; nothing becomes single precision unasked.");
    constexpr auto tenfold = 10_c*x;
    Eigen::ArrayXd const vector = Eigen::ArrayXd::LinSpaced(3, 1, 3), matrix = Eigen::ArrayXd::LinSpaced(4, 1, 4);
    std::vector<double> const order3(2*2*3, 3.0), order4(2*2*3*5, 4.0);
    Eigen::Map<Eigen::ArrayXd const> const entries3(order3.data(), 12), entries4(order4.data(), 60);
    buffer<buffer<prose>> rows;
    rows.push(cells("0", "scalar", "double", "1", number_text(evaluate(tenfold, x = 3.0))));
    rows.push(cells("1", "vector", "Eigen::ArrayXd", counted(evaluate(tenfold, x = vector).size()), entries_of(evaluate(tenfold, x = vector))));
    rows.push(cells("2", "matrix", "Eigen::ArrayXXd", counted(evaluate(tenfold, x = matrix).size()), entries_of(evaluate(tenfold, x = matrix))));
    rows.push(cells("3", "2 × 2 × 3", "its entries, one column", counted(evaluate(tenfold, x = entries3).size()), "30 each"));
    rows.push(cells("4", "2 × 2 × 3 × 5", "its entries, one column", counted(evaluate(tenfold, x = entries4).size()), "40 each"));
    p.body.table("What is bound to x, and 10x", cells("order", "shape", "type", "entries", "10x"), rows);

    buffer<buffer<prose>> states;
    states.push(cells(prose::code("w.grad") + " is " + prose::code("None") + " at first", prose("the gradient is a formula before there are numbers: ") + shown(g[w])));
    states.push(cells(prose::code("w.grad.zero_()"), "nothing to reset: evaluating returns a new value and adds to nothing"));
    states.push(cells("the graph is released", "nothing to release: it exists while compiling, the program keeps arithmetic"));
    states.push(cells(prose::code("retain_graph=True"), "nothing to retain: evaluate as often as you like"));
    states.push(cells(prose::code("item()"), "a number is a number already; several never pass for one, and the compiler says so"));
    states.push(cells(prose::code("w.data") + ", " + prose::code("detach()"), prose("bind the number; in a formula, ") + prose::code("stop_gradient(e)")));
    p.body.table("What takes the place of a tape's state", cells("on a tape", "here"), states);

    double items = 0;
    characters sum;
    for (double at : {1.0, 2.0, 3.0}) {
        double const item = evaluate(loss, w = 1.0, x = at, y = 2*at);
        items += item;
        sum += (sum.empty() ? text_view() : text_view(" + ")) + number_text(item);
    }
    Eigen::ArrayXd const ys = 2*vector;
    double const mean_loss = evaluate(mean(loss), w = 1.0, x = vector, y = ys);
    p.body.paragraph(prose("The mean loss of the three samples at w = 1: (") + sum + ")/3 = " + number_text(items/3, 6) + ", in one pass " + number_text(mean_loss, 6) + ".");
    p.figure("item of the first sample", "1", evaluate(loss, w = 1.0, x = 1.0, y = 2.0));
    p.figure("item of the second", "4", evaluate(loss, w = 1.0, x = 2.0, y = 4.0));
    p.figure("item of the third", "9", evaluate(loss, w = 1.0, x = 3.0, y = 6.0));
    p.figure("their sum", "14", items);
    p.figure("mean loss", "4.66667", mean_loss);
    p.finish();
    return p;
}

lesson::page lesson::mean_of_squares() {
    page p("L8", "the derivative of a mean", "l08_mean_of_squares.cpp");
    constexpr column<"x"> entry;
    constexpr auto shifted = entry + 2_c;
    constexpr auto z = 3_c*pow<2>(shifted);
    constexpr auto out = mean(z);
    Eigen::ArrayXd const ones = Eigen::ArrayXd::Ones(4);
    Eigen::ArrayXd const ys = evaluate(shifted, entry = ones), zs = evaluate(z, entry = ones), slopes = evaluate(diff(out, entry), entry = ones);
    double const value = evaluate(out, entry = ones);
    p.body.paragraph("x is a 2 × 2 array of ones, y = x + 2, z = 3y², out the mean of z. x is a column by nature, so one can differentiate by each of its entries.");
    buffer<buffer<prose>> rows;
    rows.push(cells(shown_name("y"), shown(shifted), entries_of(ys)));
    rows.push(cells(shown_name("z"), shown(z), entries_of(zs)));
    rows.push(cells(shown_name("out"), shown(out), number_text(value, 6)));
    rows.push(cells(shown_ratio("out", "x"), shown(diff(out, entry)), entries_of(slopes)));
    p.body.table("Forward, and the derivative; sum(1) is the number of entries", cells("quantity", "formula", "entries"), rows);
    for (int k = 0; k < 4; ++k) p.figure(prose("entry of ") + shown_name("y"), "3", ys[k]);
    for (int k = 0; k < 4; ++k) p.figure(prose("entry of ") + shown_name("z"), "27", zs[k]);
    p.figure(shown_name("out"), "27", value);
    for (int k = 0; k < 4; ++k) p.figure(prose("entry of ") + shown_ratio("out", "x"), "4.5", slopes[k]);
    p.finish();
    return p;
}

lesson::page lesson::entries() {
    page p("L9", "an array that is assigned anew", "l09_entries.cpp");
    constexpr column<"a"> a;
    constexpr column<"a_new"> a_new;
    constexpr auto renewed = 3_c*a/(a - 1_c);
    constexpr auto by_new = diff(sum(a_new*a_new), a_new);
    constexpr auto by_original = diff(sum(renewed*renewed), a);
    Eigen::ArrayXd original(4);
    original << 2, 0.5, -1, 3;  // column by column
    Eigen::ArrayXd const now = evaluate(renewed, a = original);
    Eigen::Array4d const news = row_by_row(now), slopes_new = row_by_row(evaluate(by_new, a_new = now)),
                         slopes = row_by_row(evaluate(by_original, a = original));
    double const total = evaluate(sum(renewed*renewed), a = original);
    p.body.paragraph("a becomes 3a/(a − 1), b is the sum of its squares, on the 2 × 2 array (2, -1, 0.5, 3). Assignment makes a new quantity; "
                     "the original keeps its name, and one can differentiate by either.");
    buffer<buffer<prose>> rows;
    rows.push(cells(shown_name("a_new"), shown(renewed), entries_of(news)));
    rows.push(cells(shown_name("b"), shown(sum(renewed*renewed)), number_text(total, 6)));
    rows.push(cells(shown_ratio("b", "a_new"), shown(by_new), entries_of(slopes_new)));
    rows.push(cells(shown_ratio("b", "a"), shown(by_original), entries_of(slopes)));
    rows.push(cells("the same", shown(-18_c*a/pow<3>(a - 1_c)), entries_of(row_by_row(evaluate(-18_c*a/pow<3>(a - 1_c), a = original)))));
    p.body.table("Entries row by row", cells("quantity", "formula", "entries"), rows);
    p.figure(shown_name("b"), "67.5", total);
    char const* const by_news[] = {"12", "3", "-6", "9"};
    char const* const by_originals[] = {"-36", "-2.25", "72", "-6.75"};
    for (int k = 0; k < 4; ++k) p.figure(shown_ratio("b", "a_new"), by_news[k], slopes_new[k]);
    for (int k = 0; k < 4; ++k) p.figure(shown_ratio("b", "a"), by_originals[k], slopes[k]);
    p.finish();
    return p;
}

lesson::page lesson::products_with_jacobians() {
    page p("L10", "products with Jacobians", "l10_products_with_jacobians.cpp");
    constexpr symbols<"x", 3> xs;
    constexpr symbols<"v", 3> vs;
    constexpr symbol<"factor"> factor;
    constexpr auto ys = xs.unpack([=](auto... each) { return outputs(factor*each...); });
    auto const at = values(xs = std::array{0.5, -1.25, 0.75});
    auto const v = values(vs = std::array{0.1, 1.0, 0.0001});
    double doubled = 2;
    while (norm(doubled*at) < 1000) doubled *= 2;
    auto const y_values = evaluate(ys, at, factor = doubled);
    auto const forward = evaluate(jvp(ys, wrt(xs), vs[0_c], vs[1_c], vs[2_c]), v, factor = doubled);
    auto const backward = evaluate(vjp(ys, wrt(xs), vs[0_c], vs[1_c], vs[2_c]), v, factor = doubled);
    p.body.paragraph("y = 2x, doubled while its norm is below 1000, at x = (0.5, -1.25, 0.75); then backward(v) with v = (0.1, 1, 0.0001). How often y "
                     "is doubled is known only at run time, so the factor is a symbol of the model.");
    p.body.paragraph("The lesson writes J·v; backward(v) computes the transposed Jacobian times v. Here J is diagonal, and both agree; in the second example they do not.");
    buffer<buffer<prose>> rows;
    rows.push(cells("factor", number_text(doubled, 6)));
    rows.push(cells("norm of y", number_text(norm(doubled*at), 6)));
    rows.push(cells("y", joined({y_values[0_c], y_values[1_c], y_values[2_c]})));
    rows.push(cells("jvp: J·v", joined({forward[0_c], forward[1_c], forward[2_c]})));
    rows.push(cells("vjp: transposed J times v", joined({backward[xs[0_c]], backward[xs[1_c]], backward[xs[2_c]]})));
    p.body.table("Both products", cells("quantity", "value"), rows);

    constexpr auto pair = outputs(xs[0_c]*xs[1_c], xs[1_c] + pow<2>(xs[2_c]));
    auto const along = evaluate(jvp(pair, wrt(xs), 1_c, 2_c, 4_c), at);
    auto const back = evaluate(vjp(pair, wrt(xs), 1_c, 2_c), at);
    buffer<buffer<prose>> others;
    others.push(cells("outputs", prose(shown(pair[0_c])) + ", " + shown(pair[1_c])));
    others.push(cells("jvp with (1, 2, 4)", joined({along[0_c], along[1_c]})));
    others.push(cells("vjp with (1, 2)", joined({back[xs[0_c]], back[xs[1_c]], back[xs[2_c]]})));
    p.body.table("Beyond the lesson: two outputs of three variables", cells("quantity", "value"), others);

    constexpr symbols<"a", 2> a;
    constexpr symbols<"b", 2> bs;
    constexpr auto q = [](auto of_a, auto of_b) { return 3_c*pow<3>(of_a) - pow<2>(of_b); };
    constexpr auto qs = outputs(q(a[0_c], bs[0_c]), q(a[1_c], bs[1_c]));
    auto const ab = values(a = std::array{2.0, 3.0}, bs = std::array{6.0, 4.0});
    auto const q_values = evaluate(qs, ab);
    auto const by_a = evaluate(vjp(qs, wrt(a), 1_c, 1_c), ab);
    auto const by_b = evaluate(vjp(qs, wrt(bs), 1_c, 1_c), ab);
    buffer<buffer<prose>> third;
    third.push(cells(shown_name("Q"), prose(shown(qs[0_c])) + ", " + shown(qs[1_c])));
    third.push(cells("value", joined({q_values[0_c], q_values[1_c]})));
    third.push(cells(shown_ratio("Q", "a"), joined({by_a[a[0_c]], by_a[a[1_c]]})));
    third.push(cells(shown_ratio("Q", "b"), joined({by_b[bs[0_c]], by_b[bs[1_c]]})));
    p.body.table("Q = 3a³ − b² at a = (2, 3), b = (6, 4), external gradient (1, 1)", cells("quantity", "value"), third);

    p.figure("factor", "1024", doubled);
    p.figure(shown_name("y1"), "512", y_values[0_c]), p.figure(shown_name("y2"), "-1280", y_values[1_c]), p.figure(shown_name("y3"), "768", y_values[2_c]);
    p.figure("backward(v)₁", "102.4", backward[xs[0_c]]), p.figure("backward(v)₂", "1024", backward[xs[1_c]]), p.figure("backward(v)₃", "0.1024", backward[xs[2_c]]);
    p.figure(shown_name("Q1"), "-12", q_values[0_c]), p.figure(shown_name("Q2"), "65", q_values[1_c]);
    p.figure(shown_ratio("Q", "a1"), "36", by_a[a[0_c]]), p.figure(shown_ratio("Q", "a2"), "81", by_a[a[1_c]]);
    p.figure(shown_ratio("Q", "b1"), "-12", by_b[bs[0_c]]), p.figure(shown_ratio("Q", "b2"), "-8", by_b[bs[1_c]]);
    p.finish();
    return p;
}

lesson::page lesson::without_derivatives() {
    page p("L11", "values without derivatives", "l11_without_derivatives.cpp");
    constexpr auto prediction = sigmoid(w*x + b);
    constexpr auto loss = pow<2>(prediction - y);
    constexpr auto g = gradient(loss, wrt(w, b));
    p.body.paragraph(prose("What ") + prose::code("no_grad") + " saves costs nothing here: derivatives are formulas of their own. The model: " + shown(loss) + ".");
    buffer<buffer<prose>> rows;
    auto const count = [&](char const* what, operation_counts n) { rows.push(cells(what, counted(n.additions), counted(n.multiplications), counted(n.functions))); };
    count("the loss", operations(loss));
    count("its gradient", operations(g));
    count("both together", operations(outputs(loss, g)));
    p.body.table("Operations", cells("what is evaluated", "additions", "multiplications", "functions"), rows);

    constexpr auto known = [](bool yes) { return yes ? text_view("True") : text_view("False"); };
    buffer<buffer<prose>> dependences;
    auto const depends = [&](prose const& what, bool yes) { dependences.push(cells(what, known(yes))); };
    depends(prose(shown(x*y)) + " by w", depends_on(x*y, w));
    depends(prose(shown(prediction)) + " by w", depends_on(prediction, w));
    depends(prose(shown(prediction)) + " by y", depends_on(prediction, y));
    depends(prose("w*x - x*w + b by w"), depends_on(w*x - x*w + b, w));
    p.body.table("requires_grad, known while compiling", cells("expression", "depends on it"), dependences);

    constexpr auto held = w*stop_gradient(w*x);
    buffer<buffer<prose>> stopped;
    stopped.push(cells(shown(w*(w*x)), number_text(evaluate(w*(w*x), w = 3.0, x = 2.0)), shown(diff(w*(w*x), w)), number_text(evaluate(diff(w*(w*x), w), w = 3.0, x = 2.0))));
    stopped.push(cells(shown(held), number_text(evaluate(held, w = 3.0, x = 2.0)), shown(diff(held, w)), number_text(evaluate(diff(held, w), w = 3.0, x = 2.0))));
    p.body.table("stop_gradient, at w = 3, x = 2", cells("model", "value", "derivative by w", "its value"), stopped);
    p.figure("x*y requires a gradient", "False", known(depends_on(x*y, w)));
    p.figure("w*x requires a gradient", "True", known(depends_on(w*x, w)));
    p.figure("detached: the value", "18", evaluate(held, w = 3.0, x = 2.0));
    p.figure("detached: the gradient", "6", evaluate(diff(held, w), w = 3.0, x = 2.0));
    p.finish();
    return p;
}
