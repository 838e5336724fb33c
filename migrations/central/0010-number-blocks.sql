-- Blocks of numbers that desks hold, leased here or brought in a file: no two desks hand out numbers of one range.
CREATE TABLE number_block (
  series text NOT NULL,
  prefix text NOT NULL,
  width int NOT NULL,
  first bigint NOT NULL,
  last bigint NOT NULL CHECK (last >= first),
  device uuid NOT NULL,
  PRIMARY KEY (series, prefix, width, first, device)
);
INSERT INTO number_block (series, prefix, width, first, last, device)
  SELECT series, prefix, width, first, last, device FROM lease;
