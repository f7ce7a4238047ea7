#pragma once

#include <leibniz/document/document.hpp>
#include <leibniz/document/graph_layout.hpp>
#include <leibniz/document/html.hpp>
#include <leibniz/language/text_view.hpp>

#include <cstdlib>
#include <initializer_list>

namespace leibniz::inline v0_1 {

namespace detail {

/// Writes pieces of SVG.
class svg_writer {
public:
    svg_writer(int width, int height, text_view kind) {
        out_ += characters("<svg class=\"") + kind + "\" xmlns=\"http://www.w3.org/2000/svg\"";
        attribute("width", width), attribute("height", height);
        out_ += " viewBox=\"0 0 ";
        out_ += width;
        out_ += " ";
        out_ += height;
        out_ += "\">\n";
    }
    characters finished() const { return out_ + "</svg>"; }

    void text(int x, int y, text_view kind, text_view words, text_view anchor = "middle") {
        out_ += "<text";
        attribute("x", x), attribute("y", y);
        out_ += characters(" class=\"") + kind + "\" text-anchor=\"" + anchor + "\">";
        add_escaped(out_, words);
        out_ += "</text>\n";
    }
    void rectangle(int x, int y, int width, int height, text_view kind) {
        out_ += "<rect";
        attribute("x", x), attribute("y", y), attribute("width", width), attribute("height", height);
        out_ += characters(" rx=\"6\" class=\"") + kind + "\"/>\n";
    }
    void line(int x1, int y1, int x2, int y2, text_view kind) {
        out_ += "<line";
        attribute("x1", x1), attribute("y1", y1), attribute("x2", x2), attribute("y2", y2);
        out_ += characters(" class=\"") + kind + "\"/>\n";
    }
    void circle(int x, int y, int radius, text_view kind) {
        out_ += "<circle";
        attribute("cx", x), attribute("cy", y), attribute("r", radius);
        out_ += characters(" class=\"") + kind + "\"/>\n";
    }
    /// A polyline with an arrowhead at its end.
    void arrow(buffer<graph_layout::point> const& corners, text_view kind) {
        buffer<int> points;
        for (graph_layout::point const& p : corners) points.push(p.x), points.push(p.y);
        if (corners.size() == 2) line(corners[0].x, corners[0].y, corners[1].x, corners[1].y, kind);
        else path(points.begin(), corners.size(), characters("bent ") + kind, false);
        auto const &end = corners.back(), &before = corners[corners.size() - 2];
        int const dx = end.x - before.x, dy = end.y - before.y;
        if (std::abs(dx) >= std::abs(dy)) {
            int const back = dx > 0 ? -9 : 9, tilt = dx == 0 ? 0 : dy * back / dx;
            path({end.x, end.y, end.x + back, end.y + tilt - 4, end.x + back, end.y + tilt + 4}, characters("head ") + kind, true);
        } else {
            int const back = dy > 0 ? -9 : 9, tilt = dx * back / dy;
            path({end.x, end.y, end.x + tilt - 4, end.y + back, end.x + tilt + 4, end.y + back}, characters("head ") + kind, true);
        }
    }
    void path(std::initializer_list<int> points, text_view kind, bool closed) {
        path(points.begin(), static_cast<int>(points.size()) / 2, kind, closed);
    }
    /// `parts` of a unit: 10 for points in tenths, which are not negative.
    void path(int const* points, int count, text_view kind, bool closed, int parts = 1) {
        out_ += closed ? "<polygon points=\"" : "<polyline points=\"";
        for (int k = 0; k < 2 * count; ++k) {
            if (k > 0) out_ += k % 2 == 0 ? " " : ",";
            out_ += points[k] / parts;
            if (points[k] % parts != 0) out_ += ".", out_ += points[k] % parts;
        }
        out_ += characters("\" class=\"") + kind + "\"/>\n";
    }

private:
    void attribute(text_view name, int value) {
        out_ += characters(" ") + name + "=\"";
        out_ += value;
        out_ += "\"";
    }
    characters out_;
};

/// The positions of labels on their arrows, values on one side, derivatives on the other, so that none covers another.
class label_places {
public:
    graph_layout::point find(graph_layout::point from, graph_layout::point to, int value, int derivative, bool downward) {
        constexpr int width = graph_layout::letter_width;
        graph_layout::point best;
        int least = -1;
        for (int percent : {42, 30, 54, 22, 64, 74}) {
            int const x = from.x + percent * (to.x - from.x) / 100, y = from.y + percent * (to.y - from.y) / 100;
            area const each[] = {downward ? area{x - 8 - width * value, y - 8, x - 6, y + 8}
                                          : area{x - width * value / 2, y - 20, x + width * value / 2, y - 4},
                                 downward ? area{x + 8, y - 8, x + 10 + width * derivative, y + 8}
                                          : area{x - width * derivative / 2, y + 6, x + width * derivative / 2, y + 22}};
            int covered = 0;
            for (area const& old : taken_) covered += each[0].overlap(old) + (derivative > 0 ? each[1].overlap(old) : 0);
            if (least >= 0 && covered >= least) continue;
            least = covered;
            best = {x, y};
            chosen_[0] = each[0], chosen_[1] = each[1];
        }
        taken_.push(chosen_[0]);
        if (derivative > 0) taken_.push(chosen_[1]);
        return best;
    }

private:
    struct area {
        int left = 0, top = 0, right = 0, bottom = 0;
        int overlap(area const& other) const {
            int const across = (right < other.right ? right : other.right) - (left > other.left ? left : other.left);
            int const down = (bottom < other.bottom ? bottom : other.bottom) - (top > other.top ? top : other.top);
            return across > 0 && down > 0 ? across * down : 0;
        }
    };
    buffer<area> taken_;
    area chosen_[2];
};

}  // namespace detail

/// A computational graph as one <svg> element, from left to right, or from top to bottom if that would be wider than a page.
/// Values have one colour, derivatives another. In a document or a page of your own it takes the colours of its surroundings;
/// `svg_image` makes a file of it.
///
///     auto const c = backpropagation(pow<2>(w*x - y), wrt(w))(w = 1, x = 2, y = 4);
///     assert(svg(graph_of(c)).view().starts_with("<svg"));
inline characters svg(pictured_graph const& g) {
    using point = detail::graph_layout::point;
    detail::graph_layout const at(g);
    bool const downward = at.is_downward();
    detail::svg_writer out(at.width(), at.height(), "graph");
    auto const moved = [&](buffer<point> const& way, int by) {  // beside itself
        buffer<point> result;
        for (point const& p : way) result.push(downward ? point{p.x + by, p.y} : point{p.x, p.y + by});
        return result;
    };
    for (int k = 0; k < g.arrows.size(); ++k) {
        buffer<point> const way = at.way(k);
        bool const returns = !g.arrows[k].derivative.empty();
        out.arrow(moved(way, returns ? -3 : 0), "forward");
        if (!returns) continue;
        buffer<point> back;
        for (int c = way.size() - 1; c >= 0; --c) back.push(way[c]);
        out.arrow(moved(back, 4), "backward");
    }
    detail::label_places labels;
    for (int k = 0; k < g.arrows.size(); ++k) {  // above all lines
        auto const& a = g.arrows[k];
        buffer<point> const way = at.way(k);
        characters const derivative = a.derivative.empty() ? characters() : characters("× ") + a.derivative;
        point const p = labels.find(way[0], way[1], detail::columns_of(a.value), detail::columns_of(derivative), downward);
        if (downward) out.text(p.x - 8, p.y + 4, "label value", a.value, "end");
        else out.text(p.x, p.y - 8, "label value", a.value);
        if (a.derivative.empty()) continue;
        if (downward) out.text(p.x + 10, p.y + 4, "label derivative", derivative, "start");
        else out.text(p.x, p.y + 19, "label derivative", derivative);
    }
    for (int i = 0; i < g.boxes.size(); ++i) {
        auto const& p = at[i];
        pictured_graph::box const& b = g.boxes[i];
        text_view const derivative = b.derivative;
        std::size_t const line = at.first_line(derivative);
        out.rectangle(p.x, p.y, p.width, p.height, "box");
        int const x = p.x + p.width / 2;
        out.text(x, p.y + 19, "name", b.formula);
        out.text(x, p.y + 37, "value", characters("= ") + b.value);
        if (!derivative.empty()) out.text(x, p.y + 56, "derivative", derivative.substr(0, line));
        if (line < derivative.size()) out.text(x, p.y + 74, "derivative", derivative.substr(line + 1));
    }
    return out.finished();
}

}  // namespace leibniz::inline v0_1
