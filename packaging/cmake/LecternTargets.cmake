# SPDX-License-Identifier: GPL-3.0-or-later
# One way to declare a layer and its tests.

if(LECTERN_SANITIZE)
    string(REPLACE ";" "," _sanitize "${LECTERN_SANITIZE}")
    # A null or wild pointer ends in a report of the address sanitizer as it is; to check each access for it again costs a
    # third of the compiler's time.
    add_compile_options(-fsanitize=${_sanitize} -fno-sanitize=null,alignment -fno-omit-frame-pointer -fno-sanitize-recover=all)
    add_link_options(-fsanitize=${_sanitize})
endif()
if(LECTERN_TIDY)
    set(CMAKE_CXX_CLANG_TIDY clang-tidy)
endif()

function(lectern_warnings target)
    target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual
        # GCC takes an empty optional and an empty list for values nobody set as soon as it optimizes.
        $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized> $<$<CXX_COMPILER_ID:GNU>:-Wno-stringop-overflow>)
    if(LECTERN_WERROR)
        target_compile_options(${target} PRIVATE -Werror)
    endif()
    target_compile_definitions(${target} PRIVATE QT_NO_CAST_FROM_BYTEARRAY QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING
        QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_FOREACH QT_STRICT_ITERATORS
        # The oldest Qt that Lectern builds with: what later ones deprecate often has no replacement in it.
        QT_WARN_DEPRECATED_UP_TO=0x060400)
endfunction()

# A layer exports its own folder and nothing else, so that a wrong include does not compile.
function(lectern_layer target)
    cmake_parse_arguments(arg "ONE_BY_ONE" "HEADERS_OF" "" ${ARGN})
    add_library(${target} STATIC)
    target_include_directories(${target} PUBLIC ${CMAKE_CURRENT_SOURCE_DIR})
    lectern_warnings(${target})
    if(LECTERN_UNITY AND NOT arg_ONE_BY_ONE)
        set_target_properties(${target} PROPERTIES UNITY_BUILD ON)
        # What a neighbouring source declares is not shadowed in truth.
        target_compile_options(${target} PRIVATE -Wno-shadow)
    endif()
    if(LECTERN_PCH AND arg_HEADERS_OF)
        target_precompile_headers(${target} REUSE_FROM ${arg_HEADERS_OF})
    elseif(LECTERN_PCH)
        target_precompile_headers(${target} PRIVATE ${arg_UNPARSED_ARGUMENTS})
    endif()
endfunction()

# Sources that compute so much that a debug build, too, has them optimised. GCC takes no precompiled header of other flags.
function(lectern_numeric)
    set(level -O2)
    if(LECTERN_SANITIZE)
        set(level -O1)
    endif()
    set_source_files_properties(${ARGN} PROPERTIES COMPILE_OPTIONS ${level} SKIP_PRECOMPILE_HEADERS ON)
endfunction()

option(LECTERN_LAYERS_APART "Leave out the tests of layers without a window, which another build has" OFF)

# Most of what a test costs to compile are the headers that all of them need: two sets, one with and one without a window.
function(lectern_test_headers target owner)
    if(NOT LECTERN_PCH)
        return()
    endif()
    if(NOT TARGET ${owner})
        # They name a folder for each test, which would part the sets; no test asks for it.
        set_target_properties(Qt6::Test PROPERTIES INTERFACE_COMPILE_DEFINITIONS QT_TESTLIB_LIB)
        file(CONFIGURE OUTPUT ${PROJECT_BINARY_DIR}/${owner}.cpp CONTENT "")
        add_library(${owner} OBJECT EXCLUDE_FROM_ALL ${PROJECT_BINARY_DIR}/${owner}.cpp)
        target_link_libraries(${owner} PRIVATE Qt6::Test)
        lectern_warnings(${owner})
        target_precompile_headers(${owner} PRIVATE <QTest> <QSignalSpy> <QDateTime> <QHash> <QJsonDocument> <QJsonObject>
            <QSet> <QTemporaryDir> <algorithm> <functional> <memory> <optional>)
        if(owner STREQUAL "lectern-uitestheaders")
            target_link_libraries(${owner} PRIVATE Qt6::Widgets Qt6::Network)
            target_precompile_headers(${owner} PRIVATE <QApplication> <QComboBox> <QDialog> <QLabel> <QPainter> <QPushButton>
                <QVBoxLayout>)
        endif()
    endif()
    target_precompile_headers(${target} REUSE_FROM ${owner})
endfunction()

# One test binary per layer; each source file is one QObject test class named in its own <name>_main function registry.
# PARTS runs it as that many tests side by side, each with its share of the classes.
function(lectern_test target)
    cmake_parse_arguments(arg "" "LABEL;PARTS" "LINK;SOURCES" ${ARGN})
    add_executable(${target} ${arg_SOURCES})
    target_link_libraries(${target} PRIVATE lectern-testsupport ${arg_LINK} Qt6::Test)
    target_include_directories(${target} PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
    lectern_warnings(${target})
    if("lectern-ui" IN_LIST arg_LINK)
        # As the precompiled headers have it: what is defined decides what <QTest> includes.
        target_link_libraries(${target} PRIVATE Qt6::Network)
        lectern_test_headers(${target} lectern-uitestheaders)
    else()
        lectern_test_headers(${target} lectern-testheaders)
    endif()
    if(LECTERN_LAYERS_APART AND target MATCHES "^lectern-(core|packs|store|exchange)-tests$")
        set_target_properties(${target} PROPERTIES EXCLUDE_FROM_ALL ON)
        return()
    endif()
    if(NOT arg_PARTS)
        set(arg_PARTS 1)
    endif()
    foreach(part RANGE 1 ${arg_PARTS})
        set(name ${target})
        if(arg_PARTS GREATER 1)
            string(APPEND name -${part})
        endif()
        add_test(NAME ${name} COMMAND ${target})
        # Those in parts take longest: begun last, they would run alone.
        set_tests_properties(${name} PROPERTIES
            ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;TZ=UTC;LECTERN_TEST_PART=${part}/${arg_PARTS}"
            LABELS "${arg_LABEL}"
            COST ${arg_PARTS})
    endforeach()
endfunction()
