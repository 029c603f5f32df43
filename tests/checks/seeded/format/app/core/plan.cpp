// SPDX-License-Identifier: GPL-3.0-or-later

int plan()
{
    return 0;
}
