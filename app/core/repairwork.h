// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plandays.h"
#include "repair.h"

#include <QMap>
#include <QSet>

namespace lectern
{

/// A block that a repair may move, shorten or drop: planned, not pinned, not begun.
bool mayMove(const Block &block);

/// Of the making of one repair: what slipped leaves its place and becomes work, which then finds new places.
class RepairWork
{
public:
    RepairWork(const RepairCase &plan, const Slip &slip);

    void find(RepairKind kind); ///< places for all work that has room; the rest is dropped

    QList<Block> blocks() const; ///< of the whole plan, in order
    int placedMinutes() const { return m_placed; }
    int droppedMinutes() const { return m_dropped; }

private:
    /// From when on a work may be done, because of what it builds on.
    struct Bound {
        QDate date;
        int minute = 0;
        QDate notOn;        ///< the day of its other half
        bool never = false; ///< what it looks back on has no place

        bool allows(QDate on, int start) const
        {
            return !never && on != notOn && (on > date || (on == date && start >= minute));
        }
    };

    void settle(const Slip &slip);
    void addWork(const Block &origin, int minutes, int part = 0);
    void followRehearsals();

    void placeRehearsals();
    void makeRoom(Block &rehearsal);
    void placeFree();
    void useBuffers();
    void spread();
    void replaceLesser();
    void spreadUntil(QDate end, double part);
    void fill(QDate date, bool whole);

    FreeDay freeDay(QDate date) const;
    Bound boundOf(const Block &work) const;
    /// A part of the work as a block; what is left of it is at least the shortest block, or nothing.
    bool put(Block &work, FreeDay &day, int minutes);
    void put(Block &work, QDate date, int start, int minutes);
    int pieceOf(const Block &work, int room) const;
    int givable(QDate date) const;
    int shrink(QDate date, int wanted);
    bool givesWay(const Block &block) const;
    void forgetPlaced();
    int workLeft() const;

    void add(const Block &block);
    Block take(const QString &uuid);
    const Block *coming(const QString &uuid) const; ///< of today and later; null where there is none
    QString freshUuid(const QString &name);
    QList<Block> ahead(bool (*wanted)(const Block &)) const; ///< of those that begin from now on, in order

    const RepairCase &m_plan;
    QDate m_end; ///< the first day that takes no work
    QList<Block> m_past;
    QMap<QDate, QList<Block>> m_days;  ///< from today on, each in order
    QHash<QString, QDate> m_where;     ///< of every block, by its uuid
    QList<Block> m_work;               ///< that has no place yet; minutes: what is left of it
    QHash<QString, int> m_pieces;      ///< that a work has been cut into
    QHash<QString, QString> m_renewed; ///< uuid of a work by that of the block of the past
    QHash<QString, QString> m_halves;  ///< first by second
    QSet<QString> m_names;             ///< uuids that are taken
    QSet<QString> m_new;               ///< uuids of the blocks that found a place
    int m_placed = 0;
    int m_dropped = 0;
};

} // namespace lectern
