// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <utility>
#include <variant>

namespace lectern
{

/// What went wrong, as a code for the program and a detail for a person. The sentence a person reads is made in ui.
enum class ErrorCode {
    FileNotFound,    ///< path does not exist or is not readable
    FileNotWritable, ///< path cannot be written
    NotAProfile,     ///< a file that is not one of ours; left untouched
    ProfileTooNew,   ///< written by a newer Lectern; left untouched
    ProfileDamaged,  ///< integrity check or a row checksum failed; left untouched
    ProfileInUse,    ///< another process has it open
    MigrationFailed, ///< a schema step was rolled back; the file is as before
    DiskFull,        ///< the disk has no room for the write
    ReadOnly,        ///< the disk or the file refuses writes
    StoreFailed,     ///< any other failure of the database
    PackInvalid,     ///< a content pack has errors
    NotEnoughItems,  ///< the bank cannot fill a form of this blueprint
    NotAllowed,      ///< the action is not legal in this state
    NotFound,        ///< no such row
    BadInput,        ///< a value from outside that cannot be used
};

/// An error with the place it happened: `detail` is the underlying message, `where` a file path or a key.
struct Error {
    ErrorCode code = ErrorCode::StoreFailed;
    QString detail;
    QString where;
};

/// A value or an Error. `std::expected` is not usable with clang 14 and libstdc++ 12.
template<typename T>
class [[nodiscard]] Result
{
public:
    Result(T value)
        : m_state(std::in_place_index<0>, std::move(value))
    {
    }
    Result(Error error)
        : m_state(std::in_place_index<1>, std::move(error))
    {
    }

    bool ok() const { return m_state.index() == 0; }
    explicit operator bool() const { return ok(); }
    const T &value() const & { return std::get<0>(m_state); }
    T &value() & { return std::get<0>(m_state); }
    T &&value() && { return std::get<0>(std::move(m_state)); }
    const T &operator*() const & { return value(); }
    T &operator*() & { return value(); }
    const T *operator->() const { return &std::get<0>(m_state); }
    T *operator->() { return &std::get<0>(m_state); }
    const Error &error() const { return std::get<1>(m_state); }

private:
    std::variant<T, Error> m_state;
};

struct Done {
};
/// The result of an action that returns nothing.
using Outcome = Result<Done>;

} // namespace lectern
