-- Sealed bytes do not get smaller: PostgreSQL need not try. A body of a few kilobytes stays in the row of its event, where
-- one page has it; a larger one lies beside the table as before.
ALTER TABLE event ALTER COLUMN sealed SET STORAGE EXTERNAL;
ALTER TABLE event SET (toast_tuple_target = 8160);
