drop table passage
