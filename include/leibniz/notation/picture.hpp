#pragma once

#include <leibniz/notation/document.hpp>
#include <leibniz/notation/html.hpp>

#include <cstdlib>
#include <initializer_list>
#include <string_view>

namespace leibniz {

/// A computation as a picture: boxes with a formula, its value and the derivative of the whole by it; arrows with the
/// value that goes forward and the local derivative that comes back.
struct pictured_graph {
    struct box {
        characters formula, value, derivative;  // the derivative may be empty
    };
    struct arrow {
        int from = 0, to = 0;
        characters value, derivative;
    };
    buffer<box> boxes;  // operands before their users
    buffer<arrow> arrows;
};

namespace detail {

/// One column of boxes for each step of the longest way; every box between its neighbours, as far as there is room.
class graph_layout {
public:
    struct place {
        int x = 0, y = 0, width = 0, height = 0, layer = 0;
        int middle() const { return y + height / 2; }
    };

    explicit graph_layout(pictured_graph const& g) : graph_(g), places_(g.boxes.size()) {
        for (int i = 0; i < g.boxes.size(); ++i) {
            pictured_graph::box const& b = g.boxes[i];
            int letters = columns_of(b.formula);
            for (int n : {columns_of(b.value) + 2, columns_of(b.derivative)})
                if (n > letters) letters = n;
            places_[i].width = 9 * letters + 20;
            places_[i].height = b.derivative.empty() ? 46 : 66;
        }
        uses_ = buffer<int>(g.boxes.size(), 0);
        for (auto const& a : g.arrows) ++uses_[a.from];
        find_layers();
        put_rows();
        put_columns();
    }
    place const& operator[](int i) const { return places_[i]; }
    int width() const { return width_; }
    int height() const { return height_; }

private:
    static constexpr int gap = 20, margin = 8;

    void find_layers() {
        for (auto const& a : graph_.arrows)
            if (places_[a.to].layer <= places_[a.from].layer) places_[a.to].layer = places_[a.from].layer + 1;
        for (int i = graph_.boxes.size() - 1; i >= 0; --i) {  // what nothing leads to stands right before its first user
            bool is_leaf = true;
            int first = -1;
            for (auto const& a : graph_.arrows) {
                is_leaf = is_leaf && a.to != i;
                if (a.from == i && (first < 0 || places_[a.to].layer < first)) first = places_[a.to].layer;
            }
            if (is_leaf && first > 0) places_[i].layer = first - 1;
        }
        for (place const& p : places_)
            if (p.layer >= layers_) layers_ = p.layer + 1;
    }

    int row_height(int i) const { return places_[i].height + (uses_[i] > 1 ? 2 * gap : gap); }
    /// The mean height of those that a box is joined to, in the layers before it or behind it.
    int wanted(int i, bool before) const {
        int total = 0, count = 0;
        for (auto const& a : graph_.arrows) {
            int const other = before ? (a.to == i ? a.from : -1) : (a.from == i ? a.to : -1);
            if (other >= 0) total += places_[other].middle(), ++count;
        }
        return count == 0 ? places_[i].middle() : total / count;
    }
    void put_rows() {
        int next = 0;
        buffer<char> placed(graph_.boxes.size(), 0);
        for (int i = graph_.boxes.size() - 1; i >= 0; --i) visit(i, placed, next);
        for (int round = 0; round < 8; ++round)
            for (int k = 0; k < layers_; ++k) settle(round % 2 == 0 ? k : layers_ - 1 - k, round % 2 == 0);
        int top = places_.empty() ? 0 : places_[0].y;
        for (place const& p : places_)
            if (p.y < top) top = p.y;
        for (place& p : places_) {
            p.y += margin - top;
            if (p.y + p.height + margin > height_) height_ = p.y + p.height + margin;
        }
    }
    /// First places: leaves from top to bottom in the order in which they are read.
    void visit(int i, buffer<char>& placed, int& next) {
        if (placed[i] != 0) return;
        placed[i] = 1;
        bool is_leaf = true;
        for (auto const& a : graph_.arrows)
            if (a.to == i) is_leaf = false, visit(a.from, placed, next);
        places_[i].y = is_leaf ? next : wanted(i, true) - places_[i].height / 2;
        if (is_leaf) next += row_height(i);
    }
    void settle(int layer, bool before) {
        buffer<int> order;
        buffer<int> heights(places_.size());
        for (int i = 0; i < places_.size(); ++i)
            if (places_[i].layer == layer) order.push(i), heights[i] = wanted(i, before);
        if (order.empty()) return;
        sort(order.begin(), order.size(), [&](int a, int b) { return heights[a] < heights[b]; });
        int end = 0, drift = 0;
        for (int k = 0; k < order.size(); ++k) {
            place& p = places_[order[k]];
            int const wish = heights[order[k]] - p.height / 2;
            p.y = k == 0 || wish > end ? wish : end;
            end = p.y + row_height(order[k]);
            drift += p.y - wish;
        }
        for (int i : order) places_[i].y -= drift / order.size();
    }
    void put_columns() {
        int x = margin, between = 110;
        for (int n : uses_)
            if (n > 1) between = 170;  // arrows cross: room for their labels
        for (int layer = 0; layer < layers_; ++layer) {
            int widest = 0;
            for (place const& p : places_)
                if (p.layer == layer && p.width > widest) widest = p.width;
            for (place& p : places_)
                if (p.layer == layer) p.x = x + (widest - p.width) / 2;
            x += widest + between;
        }
        width_ = x - between + margin;
    }

    pictured_graph const& graph_;
    buffer<place> places_;
    buffer<int> uses_;  // arrows that leave a box: their labels need room
    int layers_ = 0, width_ = 0, height_ = 0;
};

/// Pieces of SVG.
class svg_writer {
public:
    svg_writer(int width, int height, std::string_view kind) {
        out_ += characters("<svg class=\"") + kind + "\" xmlns=\"http://www.w3.org/2000/svg\"";
        attribute("width", width), attribute("height", height);
        out_ += " viewBox=\"0 0 ";
        out_ += width;
        out_ += " ";
        out_ += height;
        out_ += "\">\n";
    }
    characters finished() const { return out_ + "</svg>"; }

    void text(int x, int y, std::string_view kind, std::string_view words, std::string_view anchor = "middle") {
        out_ += "<text";
        attribute("x", x), attribute("y", y);
        out_ += characters(" class=\"") + kind + "\" text-anchor=\"" + anchor + "\">";
        add_escaped(out_, words);
        out_ += "</text>\n";
    }
    void rectangle(int x, int y, int width, int height, std::string_view kind) {
        out_ += "<rect";
        attribute("x", x), attribute("y", y), attribute("width", width), attribute("height", height);
        out_ += characters(" rx=\"6\" class=\"") + kind + "\"/>\n";
    }
    void line(int x1, int y1, int x2, int y2, std::string_view kind) {
        out_ += "<line";
        attribute("x1", x1), attribute("y1", y1), attribute("x2", x2), attribute("y2", y2);
        out_ += characters(" class=\"") + kind + "\"/>\n";
    }
    void circle(int x, int y, int radius, std::string_view kind) {
        out_ += "<circle";
        attribute("cx", x), attribute("cy", y), attribute("r", radius);
        out_ += characters(" class=\"") + kind + "\"/>\n";
    }
    /// A line with a head at its end, which points to the right or to the left.
    void arrow(int x1, int y1, int x2, int y2, std::string_view kind) {
        line(x1, y1, x2, y2, kind);
        int const back = x2 > x1 ? -9 : 9, tilt = (y2 - y1) * back / (x2 == x1 ? 1 : x2 - x1);
        path({x2, y2, x2 + back, y2 + tilt - 4, x2 + back, y2 + tilt + 4}, characters("head ") + kind, true);
    }
    void path(std::initializer_list<int> points, std::string_view kind, bool closed) { path(points.begin(), static_cast<int>(points.size()) / 2, kind, closed); }
    void path(int const* points, int count, std::string_view kind, bool closed) {
        out_ += closed ? "<polygon points=\"" : "<polyline points=\"";
        for (int k = 0; k < 2 * count; ++k) {
            if (k > 0) out_ += k % 2 == 0 ? " " : ",";
            out_ += points[k];
        }
        out_ += characters("\" class=\"") + kind + "\"/>\n";
    }

private:
    void attribute(std::string_view name, int value) {
        out_ += characters(" ") + name + "=\"";
        out_ += value;
        out_ += "\"";
    }
    characters out_;
};

}  // namespace detail

/// The picture as one <svg> element, from left to right: values and what goes forward in one colour, derivatives and
/// what comes back in another.
inline characters svg(pictured_graph const& g) {
    detail::graph_layout const at(g);
    detail::svg_writer out(at.width(), at.height(), "graph");
    for (auto const& a : g.arrows) {
        auto const &from = at[a.from], &to = at[a.to];
        int const x1 = from.x + from.width, y1 = from.middle(), x2 = to.x, y2 = to.middle();
        bool const returns = !a.derivative.empty();
        out.arrow(x1, y1 - (returns ? 3 : 0), x2, y2 - (returns ? 3 : 0), "forward");
        if (returns) out.arrow(x2, y2 + 4, x1, y1 + 4, "backward");
    }
    for (auto const& a : g.arrows) {  // above all lines
        auto const &from = at[a.from], &to = at[a.to];
        int const x1 = from.x + from.width, y1 = from.middle(), x2 = to.x, y2 = to.middle();
        int steeper = 0, others = 0;  // of several from one box, the flat one is labelled farther out
        for (auto const& b : g.arrows)
            if (b.from == a.from && b.to != a.to) ++others, steeper += std::abs(at[b.to].middle() - y1) > std::abs(y2 - y1);
        int const percent = others == 0 ? 42 : steeper == others ? 64 : 30;
        int const x = x1 + percent * (x2 - x1) / 100, y = y1 + percent * (y2 - y1) / 100;
        out.text(x, y - 8, "label value", a.value);
        if (!a.derivative.empty()) out.text(x, y + 19, "label derivative", characters("× ") + a.derivative);
    }
    for (int i = 0; i < g.boxes.size(); ++i) {
        auto const& p = at[i];
        pictured_graph::box const& b = g.boxes[i];
        out.rectangle(p.x, p.y, p.width, p.height, "box");
        int const x = p.x + p.width / 2;
        out.text(x, p.y + 19, "name", b.formula);
        out.text(x, p.y + 37, "value", characters("= ") + b.value);
        if (!b.derivative.empty()) out.text(x, p.y + 56, "derivative", b.derivative);
    }
    return out.finished();
}

}  // namespace leibniz
