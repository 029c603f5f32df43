// SPDX-License-Identifier: GPL-3.0-or-later

int main( )
{
  int *p=nullptr;
    return p ? 1 : 0;
}
