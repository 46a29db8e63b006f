--liquibase formatted sql

--changeset weir:metering-001 splitStatements:true endDelimiter:;
CREATE TABLE metering_meter (
  tenant_id UUID NOT NULL,
  meter_key VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  title     VARCHAR(120) NOT NULL,
  unit      VARCHAR(40) NOT NULL,
  decimals  TINYINT NOT NULL,
  PRIMARY KEY (tenant_id, meter_key),
  CONSTRAINT metering_meter_decimals CHECK (decimals BETWEEN 0 AND 9)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- The clustered key is the order in which the gate locks. The last check is the promise of the house.
CREATE TABLE metering_allowance (
  tenant_id   UUID NOT NULL,
  account_id  UUID NOT NULL,
  meter       VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  id          UUID NOT NULL,
  granted     BIGINT NOT NULL,
  used        BIGINT NOT NULL,
  reserved    BIGINT NOT NULL,
  starts_at   DATETIME(3) NOT NULL,
  ends_at     DATETIME(3) NULL,
  rests_from  DATETIME(3) NULL,
  rests_until DATETIME(3) NULL,
  source      VARCHAR(120) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  created_at  DATETIME(3) NOT NULL,
  PRIMARY KEY (tenant_id, account_id, meter, id),
  CONSTRAINT metering_allowance_source UNIQUE (tenant_id, account_id, meter, source),
  CONSTRAINT metering_allowance_ends_late CHECK (ends_at IS NULL OR ends_at >= starts_at),
  CONSTRAINT metering_allowance_rests CHECK (rests_until IS NULL OR (rests_from IS NOT NULL AND rests_until > rests_from)),
  CONSTRAINT metering_allowance_granted CHECK (granted BETWEEN 0 AND 1000000000000000),
  CONSTRAINT metering_allowance_used CHECK (used >= 0),
  CONSTRAINT metering_allowance_reserved CHECK (reserved >= 0),
  CONSTRAINT metering_allowance_within_grant CHECK (used + reserved <= granted)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE metering_grant (
  tenant_id    UUID NOT NULL,
  account_id   UUID NOT NULL,
  meter        VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  id           UUID NOT NULL,
  allowance_id UUID NOT NULL,
  quantity     BIGINT NOT NULL,
  kind         VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  source       VARCHAR(120) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  granted_at   DATETIME(3) NOT NULL,
  PRIMARY KEY (tenant_id, account_id, meter, id),
  CONSTRAINT metering_grant_source UNIQUE (tenant_id, account_id, meter, source),
  CONSTRAINT metering_grant_allowance FOREIGN KEY (tenant_id, account_id, meter, allowance_id)
    REFERENCES metering_allowance (tenant_id, account_id, meter, id),
  CONSTRAINT metering_grant_quantity CHECK (quantity >= 0),
  CONSTRAINT metering_grant_kind CHECK (kind IN ('PLAN', 'EXTENSION', 'CREDIT_PACKAGE', 'BONUS', 'ADJUSTMENT'))
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

--changeset weir:metering-002 splitStatements:true endDelimiter:;
-- The index by state serves a job that works for all tenants at once, so it does not begin with the tenant.
CREATE TABLE metering_reservation (
  tenant_id  UUID NOT NULL,
  account_id UUID NOT NULL,
  id         UUID NOT NULL,
  meter      VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  quantity   BIGINT NOT NULL,
  state      VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  expires_at DATETIME(3) NOT NULL,
  created_at DATETIME(3) NOT NULL,
  usage_id   UUID NULL,
  charged    BIGINT NULL,
  remaining  BIGINT NULL,
  PRIMARY KEY (tenant_id, account_id, id),
  KEY metering_reservation_due (state, expires_at),
  CONSTRAINT metering_reservation_quantity CHECK (quantity > 0),
  CONSTRAINT metering_reservation_state CHECK (state IN ('HELD', 'COMMITTED', 'RELEASED', 'EXPIRED')),
  CONSTRAINT metering_reservation_settled CHECK (
    (state = 'COMMITTED' AND usage_id IS NOT NULL AND charged > 0 AND remaining IS NOT NULL)
    OR (state <> 'COMMITTED' AND usage_id IS NULL AND charged IS NULL AND remaining IS NULL))
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE metering_reservation_part (
  tenant_id      UUID NOT NULL,
  account_id     UUID NOT NULL,
  reservation_id UUID NOT NULL,
  part_no        SMALLINT NOT NULL,
  allowance_id   UUID NOT NULL,
  quantity       BIGINT NOT NULL,
  PRIMARY KEY (tenant_id, account_id, reservation_id, part_no),
  CONSTRAINT metering_reservation_part_whole FOREIGN KEY (tenant_id, account_id, reservation_id)
    REFERENCES metering_reservation (tenant_id, account_id, id),
  CONSTRAINT metering_reservation_part_quantity CHECK (quantity > 0)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

--changeset weir:metering-003 splitStatements:true endDelimiter:;
-- Clustered by account and time, so that one account's usage lies together; old months can be dropped whole.
CREATE TABLE metering_usage (
  tenant_id      UUID NOT NULL,
  account_id     UUID NOT NULL,
  used_at        DATETIME(3) NOT NULL,
  id             UUID NOT NULL,
  meter          VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  quantity       BIGINT NOT NULL,
  endpoint       VARCHAR(120) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  model          VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  status         SMALLINT NOT NULL,
  latency_ms     INT NULL,
  tokens         BIGINT NOT NULL,
  api_key_id     UUID NULL,
  reservation_id UUID NULL,
  PRIMARY KEY (tenant_id, account_id, used_at, id),
  CONSTRAINT metering_usage_quantity CHECK (quantity > 0)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci
PARTITION BY RANGE COLUMNS (used_at) (
  PARTITION p2026_01 VALUES LESS THAN ('2026-02-01 00:00:00'),
  PARTITION p2026_02 VALUES LESS THAN ('2026-03-01 00:00:00'),
  PARTITION p2026_03 VALUES LESS THAN ('2026-04-01 00:00:00'),
  PARTITION p2026_04 VALUES LESS THAN ('2026-05-01 00:00:00'),
  PARTITION p2026_05 VALUES LESS THAN ('2026-06-01 00:00:00'),
  PARTITION p2026_06 VALUES LESS THAN ('2026-07-01 00:00:00'),
  PARTITION p2026_07 VALUES LESS THAN ('2026-08-01 00:00:00'),
  PARTITION p2026_08 VALUES LESS THAN ('2026-09-01 00:00:00'),
  PARTITION p2026_09 VALUES LESS THAN ('2026-10-01 00:00:00'),
  PARTITION p2026_10 VALUES LESS THAN ('2026-11-01 00:00:00'),
  PARTITION p2026_11 VALUES LESS THAN ('2026-12-01 00:00:00'),
  PARTITION p2026_12 VALUES LESS THAN ('2027-01-01 00:00:00'),
  PARTITION p2027_01 VALUES LESS THAN ('2027-02-01 00:00:00'),
  PARTITION p2027_02 VALUES LESS THAN ('2027-03-01 00:00:00'),
  PARTITION p2027_03 VALUES LESS THAN ('2027-04-01 00:00:00'),
  PARTITION p2027_04 VALUES LESS THAN ('2027-05-01 00:00:00'),
  PARTITION p2027_05 VALUES LESS THAN ('2027-06-01 00:00:00'),
  PARTITION p2027_06 VALUES LESS THAN ('2027-07-01 00:00:00'),
  PARTITION p2027_07 VALUES LESS THAN ('2027-08-01 00:00:00'),
  PARTITION p2027_08 VALUES LESS THAN ('2027-09-01 00:00:00'),
  PARTITION p2027_09 VALUES LESS THAN ('2027-10-01 00:00:00'),
  PARTITION p2027_10 VALUES LESS THAN ('2027-11-01 00:00:00'),
  PARTITION p2027_11 VALUES LESS THAN ('2027-12-01 00:00:00'),
  PARTITION p2027_12 VALUES LESS THAN ('2028-01-01 00:00:00'),
  PARTITION p2028_01 VALUES LESS THAN ('2028-02-01 00:00:00'),
  PARTITION p2028_02 VALUES LESS THAN ('2028-03-01 00:00:00'),
  PARTITION p2028_03 VALUES LESS THAN ('2028-04-01 00:00:00'),
  PARTITION p2028_04 VALUES LESS THAN ('2028-05-01 00:00:00'),
  PARTITION p2028_05 VALUES LESS THAN ('2028-06-01 00:00:00'),
  PARTITION p2028_06 VALUES LESS THAN ('2028-07-01 00:00:00'),
  PARTITION p2028_07 VALUES LESS THAN ('2028-08-01 00:00:00'),
  PARTITION p2028_08 VALUES LESS THAN ('2028-09-01 00:00:00'),
  PARTITION p2028_09 VALUES LESS THAN ('2028-10-01 00:00:00'),
  PARTITION p2028_10 VALUES LESS THAN ('2028-11-01 00:00:00'),
  PARTITION p2028_11 VALUES LESS THAN ('2028-12-01 00:00:00'),
  PARTITION p2028_12 VALUES LESS THAN ('2029-01-01 00:00:00'),
  PARTITION p_later VALUES LESS THAN (MAXVALUE)
);

-- In key columns the empty text stands for no model, and the nil UUID for no key.
CREATE TABLE metering_usage_hour (
  tenant_id     UUID NOT NULL,
  account_id    UUID NOT NULL,
  meter         VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  hour_at       DATETIME(3) NOT NULL,
  endpoint      VARCHAR(120) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  model         VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  api_key_id    UUID NOT NULL,
  status        SMALLINT NOT NULL,
  requests      BIGINT NOT NULL,
  errors        BIGINT NOT NULL,
  quantity      BIGINT NOT NULL,
  tokens        BIGINT NOT NULL,
  latency_sum   BIGINT NOT NULL,
  latency_count BIGINT NOT NULL,
  PRIMARY KEY (tenant_id, account_id, meter, hour_at, endpoint, model, api_key_id, status),
  KEY metering_usage_hour_of_tenant (tenant_id, hour_at)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- bucket: the number of a latency bucket whose bounds grow by a tenth.
CREATE TABLE metering_latency_hour (
  tenant_id  UUID NOT NULL,
  account_id UUID NOT NULL,
  meter      VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  hour_at    DATETIME(3) NOT NULL,
  bucket     SMALLINT NOT NULL,
  requests   BIGINT NOT NULL,
  PRIMARY KEY (tenant_id, account_id, meter, hour_at, bucket)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

--changeset weir:metering-004 splitStatements:true endDelimiter:;
-- Of no tenant: the last batch that each flusher of each node has committed. A node takes a new name at each start.
CREATE TABLE metering_flusher (
  node       UUID NOT NULL,
  shard      INT NOT NULL,
  last_batch UUID NOT NULL,
  written_at DATETIME(3) NOT NULL,
  PRIMARY KEY (node, shard)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE metering_account_limit (
  tenant_id  UUID NOT NULL,
  account_id UUID NOT NULL,
  per_minute INT NOT NULL,
  PRIMARY KEY (tenant_id, account_id),
  CONSTRAINT metering_account_limit_sign CHECK (per_minute >= 0)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
