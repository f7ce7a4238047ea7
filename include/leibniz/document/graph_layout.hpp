#pragma once

#include <leibniz/language/text_view.hpp>
#include <leibniz/notation/string_builder.hpp>
#include <leibniz/document/document.hpp>

#include <initializer_list>

namespace leibniz::inline v0_1 {

/// A computational graph to be drawn: boxes with a formula, its value and the derivative of the whole by it; arrows with the
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

/// A layered layout: one layer of boxes for each step of the longest path; each box is placed between its neighbours, as far
/// as there is room. Layers go from left to right, or from top to bottom if that would be wider than a page.
class graph_layout {
public:
    struct place {
        int x = 0, y = 0, width = 0, height = 0;
        int layer = 0, begin = 0, size = 0;  // in the direction across the layers
        int middle() const { return begin + size / 2; }
    };
    struct point {
        int x = 0, y = 0;
    };

    static constexpr int letter_width = 8;

    explicit graph_layout(pictured_graph const& g) : graph_(g), places_(g.boxes.size()) {
        uses_ = buffer<int>(g.boxes.size(), 0);
        for (auto const& a : g.arrows) ++uses_[a.from];
        find_layers();
        lead_past();
        arrange();
        if (width_ <= sheet) return;
        downward_ = true;
        arrange();
    }
    place const& operator[](int i) const { return places_[i]; }
    int width() const { return width_; }
    int height() const { return height_; }
    bool is_downward() const { return downward_; }

    /// The corners of an arrow, from the side of one box to the side of the other.
    buffer<point> way(int arrow) const {
        auto const& a = graph_.arrows[arrow];
        buffer<point> corners;
        corners.push(side(a.from, true));
        for (int k = first_past_[arrow]; k < first_past_[arrow + 1]; ++k) corners.push(side(k, false)), corners.push(side(k, true));
        corners.push(side(a.to, false));
        return corners;
    }
    /// Where to break ∂L/∂w = 2 into two lines if layers go downward: the number of bytes in the first line.
    std::size_t first_line(text_view derivative) const {
        std::size_t const equals = downward_ ? derivative.find(" = ") : text_view::npos;
        return equals < derivative.size() ? equals : derivative.size();
    }

private:
    struct link {
        int from = 0, to = 0;
    };
    static constexpr int gap = 16, margin = 8, sheet = 920;

    /// The middle of the side where arrows leave, or where they arrive.
    point side(int i, bool leaving) const {
        place const& p = places_[i];
        return downward_ ? point{p.middle(), leaving ? p.y + p.height : p.y} : point{leaving ? p.x + p.width : p.x, p.middle()};
    }

    void find_layers() {
        for (auto const& a : graph_.arrows)
            if (places_[a.to].layer <= places_[a.from].layer) places_[a.to].layer = places_[a.from].layer + 1;
        for (int i = graph_.boxes.size() - 1; i >= 0; --i) {  // a leaf is in the layer before its first user
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
    /// An arrow over several layers reserves a place in each layer that it passes, so that it crosses no box.
    void lead_past() {
        for (auto const& a : graph_.arrows) {
            first_past_.push(places_.size());
            int from = a.from;
            for (int layer = places_[a.from].layer + 1; layer < places_[a.to].layer; ++layer) {
                place past;
                past.layer = layer;
                links_.push({from, places_.size()});
                from = places_.size();
                places_.push(past);
            }
            links_.push({from, a.to});
        }
        first_past_.push(places_.size());
    }

    void arrange() {
        for (int i = 0; i < graph_.boxes.size(); ++i) {
            pictured_graph::box const& b = graph_.boxes[i];
            text_view const derivative = b.derivative;
            std::size_t const line = first_line(derivative);
            int letters = columns_of(b.formula);
            for (int n : {columns_of(b.value) + 2, columns_of(derivative.substr(0, line)), columns_of(derivative.substr(line)) - 1})
                if (n > letters) letters = n;
            places_[i].width = letter_width * letters + 20;
            places_[i].height = derivative.empty() ? 46 : line < derivative.size() ? 85 : 66;
        }
        for (int i = 0; i < places_.size(); ++i) {
            place& p = places_[i];
            p.size = i >= graph_.boxes.size() ? gap : downward_ ? p.width : p.height;
        }
        put_rows();
        put_layers();
    }

    int room(int i) const { return places_[i].size + (!downward_ && i < uses_.size() && uses_[i] > 1 ? 2 * gap : gap); }
    /// The mean position of the neighbours of a box in the layers before it, or behind it.
    int wanted(int i, bool before) const {
        int total = 0, count = 0;
        for (link const& l : links_) {
            int const other = before ? (l.to == i ? l.from : -1) : (l.from == i ? l.to : -1);
            if (other >= 0) total += places_[other].middle(), ++count;
        }
        return count == 0 ? places_[i].middle() : total / count;
    }
    void put_rows() {
        int next = 0;
        buffer<char> placed(places_.size(), 0);
        for (int i = graph_.boxes.size() - 1; i >= 0; --i) visit(i, placed, next);
        for (int round = 0; round < 8; ++round)
            for (int k = 0; k < layers_; ++k) settle(round % 2 == 0 ? k : layers_ - 1 - k, round % 2 == 0);
        int first = places_.empty() ? 0 : places_[0].begin, last = 0;
        for (place const& p : places_)
            if (p.begin < first) first = p.begin;
        for (place& p : places_) {
            p.begin += margin - first;
            if (p.begin + p.size + margin > last) last = p.begin + p.size + margin;
        }
        (downward_ ? width_ : height_) = last;
    }
    /// Initial positions: leaves in reading order.
    void visit(int i, buffer<char>& placed, int& next) {
        if (placed[i] != 0) return;
        placed[i] = 1;
        bool is_leaf = true;
        for (link const& l : links_)
            if (l.to == i) is_leaf = false, visit(l.from, placed, next);
        places_[i].begin = is_leaf ? next : wanted(i, true) - places_[i].size / 2;
        if (is_leaf) next += room(i);
    }
    void settle(int layer, bool before) {
        buffer<int> order;
        buffer<int> wishes(places_.size());
        for (int i = 0; i < places_.size(); ++i)
            if (places_[i].layer == layer) order.push(i), wishes[i] = wanted(i, before);
        if (order.empty()) return;
        sort(order.begin(), order.size(), [&](int a, int b) { return wishes[a] < wishes[b]; });
        int end = 0, drift = 0;
        for (int k = 0; k < order.size(); ++k) {
            place& p = places_[order[k]];
            int const wish = wishes[order[k]] - p.size / 2;
            p.begin = k == 0 || wish > end ? wish : end;
            end = p.begin + room(order[k]);
            drift += p.begin - wish;
        }
        for (int i : order) places_[i].begin -= drift / order.size();
    }
    void put_layers() {
        int at = margin, between = downward_ ? 60 : 110;
        for (int n : uses_)
            if (n > 1) between = downward_ ? 90 : 170;  // more room for labels where arrows cross
        for (int layer = 0; layer < layers_; ++layer) {
            int deepest = 0;
            for (int i = 0; i < graph_.boxes.size(); ++i) {
                place const& p = places_[i];
                int const depth = downward_ ? p.height : p.width;
                if (p.layer == layer && depth > deepest) deepest = depth;
            }
            for (int i = 0; i < places_.size(); ++i) {
                place& p = places_[i];
                if (p.layer != layer) continue;
                int& depth = downward_ ? p.height : p.width;
                if (i >= graph_.boxes.size()) depth = deepest;
                (downward_ ? p.y : p.x) = at + (deepest - depth) / 2;
                (downward_ ? p.x : p.y) = p.begin;
            }
            at += deepest + between;
        }
        (downward_ ? height_ : width_) = at - between + margin;
    }

    pictured_graph const& graph_;
    buffer<place> places_;    // of the boxes, then of passing arrows
    buffer<int> first_past_;  // of each arrow, the first of its places
    buffer<link> links_;      // from layer to layer
    buffer<int> uses_;        // the number of arrows that leave a box; their labels need room
    int layers_ = 0, width_ = 0, height_ = 0;
    bool downward_ = false;
};

}  // namespace detail

}  // namespace leibniz::inline v0_1
