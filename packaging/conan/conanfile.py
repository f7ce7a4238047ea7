# Not run here, where there is no Conan. conan create packaging/conan takes the sources that the recipe stands in; for Conan 2.
import os
import re

from conan import ConanFile
from conan.tools.build import check_min_cppstd
from conan.tools.cmake import CMake, CMakeToolchain, cmake_layout
from conan.tools.files import copy, load


class Leibniz(ConanFile):
    name = "leibniz"
    description = "Compile-time symbolic differentiation for C++20"
    license = "BSL-1.0"
    topics = ("symbolic-differentiation", "automatic-differentiation", "header-only")
    package_type = "header-library"
    settings = "os", "arch", "compiler", "build_type"
    options = {"eigen": [True, False], "parallel": [True, False]}
    default_options = {"eigen": True, "parallel": False}

    @property
    def sources(self):
        return os.path.join(self.recipe_folder, "..", "..")

    def set_version(self):
        header = load(self, os.path.join(self.sources, "include", "leibniz", "version.hpp"))
        self.version = ".".join(re.findall(r"^#define LEIBNIZ_VERSION_[A-Z]+ ([0-9]+)$", header, re.M))

    def export_sources(self):
        for pattern in ("include/*", "cmake/*", "debugger/*", "scripts/*", "CMakeLists.txt", "LICENSE", "CHANGELOG.md"):
            copy(self, pattern, self.sources, self.export_sources_folder)

    def requirements(self):
        self.requires("boost/[>=1.74]", options={"header_only": True})
        if self.options.eigen or self.options.parallel:
            self.requires("eigen/[>=3.4 <4]")
        if self.options.parallel:
            self.requires("onetbb/[>=2021]")

    def package_id(self):
        self.info.clear()

    def validate(self):
        check_min_cppstd(self, 20)

    def layout(self):
        cmake_layout(self)

    def generate(self):
        toolchain = CMakeToolchain(self)
        toolchain.cache_variables.update(LEIBNIZ_TESTS=False, LEIBNIZ_EXAMPLES=False, LEIBNIZ_EIGEN=False)
        toolchain.generate()

    def build(self):
        CMake(self).configure()

    def package(self):
        CMake(self).install()
        copy(self, "LICENSE", self.source_folder, os.path.join(self.package_folder, "licenses"))

    def package_info(self):
        self.cpp_info.bindirs = self.cpp_info.libdirs = []
        self.cpp_info.set_property("cmake_file_name", "leibniz")
        core = self.cpp_info.components["leibniz"]
        core.set_property("cmake_target_name", "leibniz::leibniz")
        core.requires = ["boost::headers"]
        if self.options.eigen or self.options.parallel:
            columns = self.cpp_info.components["eigen"]
            columns.set_property("cmake_target_name", "leibniz::eigen")
            columns.requires = ["leibniz", "eigen::eigen"]
        if self.options.parallel:
            threads = self.cpp_info.components["parallel"]
            threads.set_property("cmake_target_name", "leibniz::parallel")
            threads.requires = ["eigen", "onetbb::onetbb"]
