// Evaluation over the columns of Eigen as a module: `import leibniz.eigen;` in place of <leibniz/eigen.hpp> and the headers of
// leibniz/eigen, but for threads. It imports the module leibniz, and has the arrays of Eigen.
module;

#include <leibniz/eigen.hpp>

#include <leibniz/eigen/accumulator.hpp>
#include <leibniz/eigen/backpropagation.hpp>
#include <leibniz/eigen/matrix.hpp>
#include <leibniz/eigen/parse.hpp>
#include <leibniz/eigen/reproducible.hpp>
#include <leibniz/eigen/sparse.hpp>

export module leibniz.eigen;

export import leibniz;

export namespace leibniz {

using leibniz::accumulator;
using leibniz::as_matrix;
using leibniz::as_vector;
using leibniz::dot;
using leibniz::evaluate;
using leibniz::evaluate_into;
using leibniz::exact_sum;
using leibniz::from_vector;
using leibniz::norm;
using leibniz::reproducible;
using leibniz::values;
using leibniz::workspace;

}  // namespace leibniz

// What programs say of Eigen: one that includes <Eigen/Core> besides takes twice as long to compile.
export namespace Eigen {

using Eigen::Array;
using Eigen::ArrayXd;
using Eigen::ArrayXf;
using Eigen::ArrayXXd;
using Eigen::ColMajor;
using Eigen::Index;
using Eigen::InnerStride;
using Eigen::Map;
using Eigen::Matrix;
using Eigen::MatrixXd;
using Eigen::OuterStride;
using Eigen::Ref;
using Eigen::RowMajor;
using Eigen::RowVectorXd;
using Eigen::Stride;
using Eigen::VectorXd;
using Eigen::VectorXf;

}  // namespace Eigen
