-- Until now the entries were activities: every case is read once more.
update variant set free = null;
