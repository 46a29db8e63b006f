--liquibase formatted sql

--changeset weir:metering-011 splitStatements:true endDelimiter:;
-- Of the hourly rollups, what pages ask for: of one cut (a dimension, or one dimension of a single key's calls) by hour
-- and by UTC day. name: what the row is called in that cut. api_key_id: the nil UUID where the cut is of all keys.
-- latencies: bucket:calls of every bucket that has any.
CREATE TABLE metering_usage_sum (
  tenant_id     UUID NOT NULL,
  account_id    UUID NOT NULL,
  meter         VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  cut           VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  span_hours    SMALLINT NOT NULL,
  api_key_id    UUID NOT NULL,
  begins_at     DATETIME(3) NOT NULL,
  name          VARCHAR(120) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  requests      BIGINT NOT NULL,
  errors        BIGINT NOT NULL,
  quantity      BIGINT NOT NULL,
  overage       BIGINT NOT NULL,
  tokens        BIGINT NOT NULL,
  latency_sum   BIGINT NOT NULL,
  latency_count BIGINT NOT NULL,
  latencies     TEXT CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (tenant_id, account_id, meter, cut, span_hours, api_key_id, begins_at, name),
  KEY metering_usage_sum_of_time (tenant_id, account_id, begins_at),
  CONSTRAINT metering_usage_sum_span CHECK (span_hours IN (1, 24))
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- Hours of accounts that are not summed up, or not any more, although the tenant's are up to summed_before. Due is when
-- nothing that was under way as the row was written can still be.
CREATE TABLE metering_unsummed (
  tenant_id  UUID NOT NULL,
  account_id UUID NOT NULL,
  hour_at    DATETIME(3) NOT NULL,
  due_at     DATETIME(3) NOT NULL,
  PRIMARY KEY (tenant_id, account_id, hour_at),
  KEY metering_unsummed_due (tenant_id, due_at)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- Before summed_before, pages read sums, except of hours in metering_unsummed. noted_at, by the wall clock: when the
-- tenant's time was seen to have come to closing_before.
CREATE TABLE metering_summing (
  tenant_id      UUID NOT NULL,
  summed_before  DATETIME(3) NOT NULL,
  closing_before DATETIME(3) NOT NULL,
  noted_at       DATETIME(3) NOT NULL,
  PRIMARY KEY (tenant_id)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
