# SPDX-License-Identifier: GPL-3.0-or-later
# What Lectern is built from, each with its purpose, so that the feature summary explains itself.
include(FeatureSummary)

set(QT_MAJOR_VERSION 6)
find_package(Qt6 6.4 REQUIRED COMPONENTS Core Gui Widgets Sql Charts PrintSupport Pdf Svg DBus Network LinguistTools Test)
set_package_properties(Qt6 PROPERTIES TYPE REQUIRED PURPOSE "the application itself")

find_package(PkgConfig REQUIRED)
set_package_properties(PkgConfig PROPERTIES TYPE REQUIRED PURPOSE "finds libical")
pkg_check_modules(LIBICAL REQUIRED IMPORTED_TARGET libical)

find_package(yaml-cpp REQUIRED)
set_package_properties(yaml-cpp PROPERTIES TYPE REQUIRED PURPOSE "reads content packs")
if(NOT TARGET yaml-cpp::yaml-cpp)
    add_library(yaml-cpp::yaml-cpp ALIAS yaml-cpp)
endif()

find_package(Fontconfig QUIET)
set_package_properties(Fontconfig PROPERTIES TYPE RECOMMENDED PURPOSE "reads the font configuration while the display is connected to")

if(NOT LECTERN_FORCE_PLAIN_CODE)
    find_package(KF6SyntaxHighlighting QUIET)
    set_package_properties(KF6SyntaxHighlighting PROPERTIES TYPE RECOMMENDED PURPOSE "highlights code in questions and lessons")
    if(NOT KF6SyntaxHighlighting_FOUND)
        find_package(KF5SyntaxHighlighting QUIET)
        set_package_properties(KF5SyntaxHighlighting PROPERTIES TYPE RECOMMENDED
            PURPOSE "highlights code in questions and lessons, built against Qt 6 where KF6 is not packaged")
    endif()
endif()
if(TARGET KF6::SyntaxHighlighting)
    set(LECTERN_HIGHLIGHTING KF6::SyntaxHighlighting)
elseif(TARGET KF5::SyntaxHighlighting)
    set(LECTERN_HIGHLIGHTING KF5::SyntaxHighlighting)
else()
    set(LECTERN_HIGHLIGHTING "")
    message(WARNING "KSyntaxHighlighting for Qt 6 was not found: code is shown as plain text.")
endif()
add_feature_info(code-highlighting "LECTERN_HIGHLIGHTING" "code in questions is highlighted; without it, plain text")
