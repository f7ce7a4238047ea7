# Not run here, where there is no Spack. In a repository of recipes: packages/leibniz/package.py; name the repository of the library below.
from spack.package import *


class Leibniz(CMakePackage):
    """Compile-time symbolic differentiation for C++20."""

    license("BSL-1.0")

    # git = "the repository that you have the library from"
    version("main", branch="main")

    variant("eigen", default=True, description="Evaluate over the columns of Eigen")
    variant("parallel", default=False, description="By several threads", when="+eigen")

    depends_on("cxx", type="build")
    depends_on("cmake@3.25:", type="build")
    depends_on("boost@1.74:")
    depends_on("eigen@3.4:3", when="+eigen")
    depends_on("intel-oneapi-tbb", when="+parallel")

    conflicts("%gcc@:11", msg="Leibniz is written in C++20: g++ 12 or later")
    conflicts("%clang@:13", msg="Leibniz is written in C++20: clang 14 or later")

    def cmake_args(self):
        return [
            self.define("LEIBNIZ_TESTS", False),
            self.define("LEIBNIZ_EXAMPLES", False),
            self.define_from_variant("LEIBNIZ_EIGEN", "eigen"),
        ]
