#pragma once

#include "measure.hpp"
#include "packets.hpp"

#include <leibniz/eigen.hpp>

#include <vector>

namespace bench {

/// W5: where a camera sees a point, less where it was seen (N. Snavely's model, as in Bundler: rotation by axis and angle, translation,
/// focal length, two radial terms), and the Jacobian by 9 numbers of the camera and 3 of the point.
namespace reprojection_model {

using namespace ::leibniz;

inline constexpr symbols<"r", 3> r;
inline constexpr symbols<"t", 3> t;
inline constexpr symbol<"f"> f;
inline constexpr symbol<"k1"> k1;
inline constexpr symbol<"k2"> k2;
inline constexpr symbols<"p", 3> p;
inline constexpr symbol<"u"> u;
inline constexpr symbol<"v"> v;

constexpr auto angle = sqrt(pow<2>(r[0_c]) + pow<2>(r[1_c]) + pow<2>(r[2_c]));
constexpr auto along = (1_c - cos(angle))/pow<2>(angle)*(r[0_c]*p[0_c] + r[1_c]*p[1_c] + r[2_c]*p[2_c]);
constexpr auto across = sin(angle)/angle;
constexpr auto x = p[0_c]*cos(angle) + across*(r[1_c]*p[2_c] - r[2_c]*p[1_c]) + along*r[0_c] + t[0_c];
constexpr auto y = p[1_c]*cos(angle) + across*(r[2_c]*p[0_c] - r[0_c]*p[2_c]) + along*r[1_c] + t[1_c];
constexpr auto z = p[2_c]*cos(angle) + across*(r[0_c]*p[1_c] - r[1_c]*p[0_c]) + along*r[2_c] + t[2_c];
constexpr auto square = pow<2>(x/z) + pow<2>(y/z);
constexpr auto scale = -f*(1_c + square*(k1 + k2*square));
constexpr auto residuals = outputs(scale*x/z - u, scale*y/z - v);
constexpr auto all = outputs(scale*x/z - u, scale*y/z - v, jacobian(residuals, wrt(r, t, f, k1, k2, p)));

}  // namespace reprojection_model

/// Numbers of an observation in the order of the symbols, and its residuals and their derivatives.
constexpr std::size_t observed = 14, reprojected = 26;

/// The same by hand: with M the derivatives of a residual by the point in front of the camera, those by axis, angle and point are
/// products of M with vectors.
template <class N>
[[gnu::always_inline]] inline void reproject(N const (&in)[observed], N (&out)[reprojected]) {
    struct vector {
        N x, y, z;
    };
    auto const dot = [](vector const& a, vector const& b) { return a.x*b.x + a.y*b.y + a.z*b.z; };
    auto const cross = [](vector const& a, vector const& b) { return vector{a.y*b.z - a.z*b.y, a.z*b.x - a.x*b.z, a.x*b.y - a.y*b.x}; };
    auto const sum = [](N a, vector const& u, N b, vector const& v, N c, vector const& w) {
        return vector{a*u.x + b*v.x + c*w.x, a*u.y + b*v.y + c*w.y, a*u.z + b*v.z + c*w.z};
    };
    vector const r{in[0], in[1], in[2]}, p{in[9], in[10], in[11]};
    N const focal = in[6], k1 = in[7], k2 = in[8];
    N const angle_squared = dot(r, r), angle = by_hand::square_root(angle_squared), inverse = by_hand::reciprocal(angle_squared);
    auto const [sine, cosine] = by_hand::sin_cos(angle);
    N const a = sine*angle*inverse, b = (1 - cosine)*inverse, along = dot(r, p);  // rotated p: cosine p + a r x p + b (r.p) r
    vector const turned = cross(r, p), moved = sum(cosine, p, a, turned, b*along, r);
    vector const slope = sum(-a, p, (cosine - a)*inverse, turned, (a - 2*b)*inverse*along, r);  // by the angle, over the angle
    N const depth = by_hand::reciprocal(moved.z + in[5]), x = -(moved.x + in[3])*depth, y = -(moved.y + in[4])*depth;
    N const square = x*x + y*y, radial = 1 + square*(k1 + k2*square), scale = focal*radial, twice = 2*focal*(k1 + 2*k2*square);
    out[0] = scale*x - in[12];
    out[1] = scale*y - in[13];
    N const by_x[] = {scale + twice*x*x, twice*x*y}, by_y[] = {twice*x*y, scale + twice*y*y}, of[] = {x, y};
#pragma GCC unroll 2
    for (std::size_t k = 0; k < 2; ++k) {
        vector const m{-by_x[k]*depth, -by_y[k]*depth, -(by_x[k]*x + by_y[k]*y)*depth};
        N const m_r = dot(m, r);
        vector const p_m = cross(p, m), m_cross_r = cross(m, r);
        vector const by_rotation = sum(dot(m, slope), r, a, p_m, b, vector{p.x*m_r + along*m.x, p.y*m_r + along*m.y, p.z*m_r + along*m.z});
        vector const by_point = sum(cosine, m, a, m_cross_r, b*m_r, r);
        N const all[] = {by_rotation.x, by_rotation.y, by_rotation.z, m.x, m.y, m.z, radial*of[k], focal*square*of[k],
                         focal*square*square*of[k], by_point.x, by_point.y, by_point.z};
#pragma GCC unroll 12
        for (std::size_t j = 0; j < 12; ++j) out[2 + 12*k + j] = all[j];
    }
}

/// Observations as columns.
class reprojections {
public:
    explicit reprojections(long rows) : out(reprojected, column<double>(rows)) {
        double const middle[] = {0.3, -0.2, 0.5, 0.1, -0.4, -5, 400, -0.02, 0.003, 0.7, 0.9, -1.1, 60, 100};
        for (double m : middle) in.push_back(m*(1 + 0.1*column<double>::Random(rows)));
    }

    void loop(long first = 0) {
        for (long i = first; i < in[0].size(); ++i) {
            double from[observed], to[reprojected];
            for (std::size_t k = 0; k < observed; ++k) from[k] = in[k][i];
            reproject(from, to);
            for (std::size_t k = 0; k < reprojected; ++k) out[k][i] = to[k];
        }
    }
    void packets() {
        using namespace by_hand;
        long row = 0;
        for (; row + width<double> <= in[0].size(); row += width<double>) {
            doubles from[observed], to[reprojected];
#pragma GCC unroll 14
            for (std::size_t k = 0; k < observed; ++k) from[k] = load(&in[k][row]);
            reproject(from, to);
#pragma GCC unroll 26
            for (std::size_t k = 0; k < reprojected; ++k) store<double>(&out[k][row], to[k]);
        }
        loop(row);
    }
    auto leibniz() const {
        using namespace ::leibniz;
        using namespace reprojection_model;
        return evaluate(all, r[0_c] = in[0], r[1_c] = in[1], r[2_c] = in[2], t[0_c] = in[3], t[1_c] = in[4], t[2_c] = in[5], f = in[6], k1 = in[7],
                        k2 = in[8], p[0_c] = in[9], p[1_c] = in[10], p[2_c] = in[11], u = in[12], v = in[13]);
    }
    /// The same into what that returned.
    template <class Out>
    void leibniz(Out& kept) const {
        using namespace ::leibniz;
        using namespace reprojection_model;
        evaluate_into(kept, all, r[0_c] = in[0], r[1_c] = in[1], r[2_c] = in[2], t[0_c] = in[3], t[1_c] = in[4], t[2_c] = in[5], f = in[6],
                      k1 = in[7], k2 = in[8], p[0_c] = in[9], p[1_c] = in[10], p[2_c] = in[11], u = in[12], v = in[13]);
    }
    void one_by_one(bool library) const {
        using namespace ::leibniz;
        using namespace reprojection_model;
        for (long i = 0; i < in[0].size(); ++i) {
            double from[observed], to[reprojected];
            for (std::size_t k = 0; k < observed; ++k) from[k] = in[k][i];
            if (library)
                escape(evaluate(all, r[0_c] = from[0], r[1_c] = from[1], r[2_c] = from[2], t[0_c] = from[3], t[1_c] = from[4], t[2_c] = from[5],
                                f = from[6], k1 = from[7], k2 = from[8], p[0_c] = from[9], p[1_c] = from[10], p[2_c] = from[11], u = from[12],
                                v = from[13]));
            else reproject(from, to), escape(to);
        }
    }

    std::vector<column<double>> in, out;
};

}  // namespace bench
