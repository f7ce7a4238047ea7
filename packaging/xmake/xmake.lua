-- In a project: includes("leibniz/packaging/xmake"), then add_deps("leibniz") or add_deps("leibniz_eigen"). Run with xmake 2.9.9, but with the
-- Boost and Eigen of Debian: the repository of xmake was not at hand.
add_requires("boost >=1.74", {configs = {header_only = true}})
add_requires("eigen >=3.4")

target("leibniz")
    set_kind("headeronly")
    set_languages("cxx20", {public = true})
    add_sysincludedirs("../../include", {public = true})
    add_headerfiles("../../include/(leibniz/**.hpp)")
    add_packages("boost", {public = true})

target("leibniz_eigen")
    set_kind("headeronly")
    add_deps("leibniz", {public = true})
    add_packages("eigen", {public = true})
