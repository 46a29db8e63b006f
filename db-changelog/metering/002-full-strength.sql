--liquibase formatted sql

--changeset weir:metering-005 splitStatements:true endDelimiter:;
-- overage_percent: how far use that was done already may go beyond what was granted; NULL is without bound, 0 not at all.
ALTER TABLE metering_allowance
  ADD COLUMN overage BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN overage_percent SMALLINT NULL DEFAULT 0,
  ADD CONSTRAINT metering_allowance_overage CHECK (overage >= 0),
  ADD CONSTRAINT metering_allowance_overage_rule CHECK (
    overage_percent IS NULL OR (overage_percent BETWEEN 0 AND 1000 AND overage * 100 <= granted * overage_percent));

ALTER TABLE metering_grant DROP CONSTRAINT metering_grant_quantity;
ALTER TABLE metering_grant DROP CONSTRAINT metering_grant_kind;
-- balance_after: granted minus used of everything open of the meter, as this grant left it.
ALTER TABLE metering_grant
  ADD COLUMN note VARCHAR(500) NULL,
  ADD COLUMN balance_after BIGINT NULL,
  ADD CONSTRAINT metering_grant_kinds CHECK (
    kind IN ('PLAN', 'EXTENSION', 'CREDIT_PACKAGE', 'BONUS', 'ADJUSTMENT', 'REFUND')),
  ADD CONSTRAINT metering_grant_sign CHECK (quantity >= 0 OR kind IN ('ADJUSTMENT', 'REFUND'));

ALTER TABLE metering_meter
  ADD COLUMN late_events VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'REOPEN',
  ADD COLUMN edited BOOLEAN NOT NULL DEFAULT FALSE,
  ADD CONSTRAINT metering_meter_late CHECK (late_events IN ('REOPEN', 'NEXT_PERIOD'));

--changeset weir:metering-006 splitStatements:true endDelimiter:;
-- A reservation may hold several meters, so its parts say which. What a settlement answered is kept as it was said.
ALTER TABLE metering_reservation_part
  ADD COLUMN meter VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL AFTER part_no;
UPDATE metering_reservation_part p JOIN metering_reservation r
    ON r.tenant_id = p.tenant_id AND r.account_id = p.account_id AND r.id = p.reservation_id
  SET p.meter = r.meter;
ALTER TABLE metering_reservation_part
  MODIFY COLUMN meter VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL;

ALTER TABLE metering_reservation DROP CONSTRAINT metering_reservation_settled;
ALTER TABLE metering_reservation DROP CONSTRAINT metering_reservation_quantity;
-- held_at is the tenant's time; expires_at and created_at are the wall clock's.
ALTER TABLE metering_reservation
  ADD COLUMN held_at DATETIME(3) NULL,
  ADD COLUMN operation VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  ADD COLUMN settlement TEXT CHARACTER SET ascii COLLATE ascii_bin NULL;
UPDATE metering_reservation SET held_at = created_at,
  settlement = IF(state = 'COMMITTED',
    JSON_ARRAY(JSON_OBJECT('meter', meter, 'usage', usage_id, 'asked', charged, 'charged', charged, 'overage', 0,
                           'remaining', remaining)), NULL);
ALTER TABLE metering_reservation
  MODIFY COLUMN held_at DATETIME(3) NOT NULL,
  DROP COLUMN meter, DROP COLUMN quantity, DROP COLUMN usage_id, DROP COLUMN charged, DROP COLUMN remaining,
  ADD CONSTRAINT metering_reservation_answer CHECK ((state = 'COMMITTED') = (settlement IS NOT NULL));

--changeset weir:metering-007 splitStatements:true endDelimiter:;
-- quantity includes overage. requests is 1 on the first usage of a call and 0 on the others, so that a call charged on
-- several meters is counted once. balance_after: granted minus used of everything open of the meter.
ALTER TABLE metering_usage
  ADD COLUMN operation VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  ADD COLUMN overage BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN requests TINYINT NOT NULL DEFAULT 1,
  ADD COLUMN balance_after BIGINT NULL;

ALTER TABLE metering_usage_hour
  ADD COLUMN operation VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL DEFAULT '' AFTER endpoint,
  ADD COLUMN overage BIGINT NOT NULL DEFAULT 0,
  DROP PRIMARY KEY,
  ADD PRIMARY KEY (tenant_id, account_id, meter, hour_at, endpoint, operation, model, api_key_id, status);

ALTER TABLE metering_latency_hour
  ADD COLUMN endpoint VARCHAR(120) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL DEFAULT '' AFTER hour_at,
  ADD COLUMN operation VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL DEFAULT '' AFTER endpoint,
  ADD COLUMN model VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL DEFAULT '' AFTER operation,
  ADD COLUMN api_key_id UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000' AFTER model,
  ADD COLUMN status SMALLINT NOT NULL DEFAULT 200 AFTER api_key_id,
  DROP PRIMARY KEY,
  ADD PRIMARY KEY (tenant_id, account_id, meter, hour_at, endpoint, operation, model, api_key_id, status, bucket),
  ADD KEY metering_latency_hour_of_tenant (tenant_id, hour_at);

--changeset weir:metering-008 splitStatements:true endDelimiter:;
-- What was reported from outside, under its sender's id: event_key is SHA-256 of source and id, fingerprint of the rest.
-- Kept as long as the usage it became, which is what the second key is for.
CREATE TABLE metering_event (
  tenant_id    UUID NOT NULL,
  account_id   UUID NOT NULL,
  event_key    BINARY(32) NOT NULL,
  fingerprint  BINARY(32) NOT NULL,
  usage_id     UUID NOT NULL,
  used_at      DATETIME(3) NOT NULL,
  occurred_at  DATETIME(3) NOT NULL,
  event_source VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  event_id     VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  received_at  DATETIME(3) NOT NULL,
  PRIMARY KEY (tenant_id, account_id, event_key),
  KEY metering_event_age (tenant_id, used_at)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- What the gate remembers of an account's meter besides its allowances, where there is anything: the account's own cap
-- with what was spent of it in the month that began at spent_month, and the last threshold that was announced, for the
-- allowances that alert_basis describes.
CREATE TABLE metering_account_meter (
  tenant_id   UUID NOT NULL,
  account_id  UUID NOT NULL,
  meter       VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  cap         BIGINT NULL,
  spent       BIGINT NOT NULL DEFAULT 0,
  spent_month DATETIME(3) NULL,
  alert_basis VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  alert_level SMALLINT NOT NULL DEFAULT 0,
  PRIMARY KEY (tenant_id, account_id, meter),
  CONSTRAINT metering_account_meter_cap CHECK (cap IS NULL OR (cap >= 0 AND spent_month IS NOT NULL)),
  CONSTRAINT metering_account_meter_spent CHECK (spent >= 0)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE metering_alert (
  tenant_id    UUID NOT NULL,
  account_id   UUID NOT NULL,
  id           UUID NOT NULL,
  meter        VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  percent      SMALLINT NOT NULL,
  used         BIGINT NOT NULL,
  granted      BIGINT NOT NULL,
  period_end   DATETIME(3) NULL,
  raised_at    DATETIME(3) NOT NULL,
  seen_at      DATETIME(3) NULL,
  published_at DATETIME(3) NULL,
  PRIMARY KEY (tenant_id, account_id, id),
  -- For the job that publishes, which works for all tenants at once.
  KEY metering_alert_due (published_at, id),
  CONSTRAINT metering_alert_percent CHECK (percent IN (80, 90, 100))
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

--changeset weir:metering-009 splitStatements:true endDelimiter:;
-- definition: an operation's terms, or a route, as JSON. edited: an administrator's word goes before the catalogue's.
CREATE TABLE metering_rate (
  tenant_id  UUID NOT NULL,
  operation  VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  meter      VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  place      SMALLINT NOT NULL,
  definition TEXT NOT NULL,
  edited     BOOLEAN NOT NULL,
  updated_at DATETIME(3) NOT NULL,
  PRIMARY KEY (tenant_id, operation)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- removed: operations that an administrator has taken off stay off, whatever the catalogue says.
ALTER TABLE metering_rate ADD COLUMN removed BOOLEAN NOT NULL DEFAULT FALSE;

CREATE TABLE metering_route (
  tenant_id          UUID NOT NULL,
  slug               VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  definition         TEXT NOT NULL,
  sealed_credentials VARBINARY(8000) NULL,
  active             BOOLEAN NOT NULL,
  updated_at         DATETIME(3) NOT NULL,
  PRIMARY KEY (tenant_id, slug)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

--changeset weir:metering-010 splitStatements:true endDelimiter:;
-- Usage from before this may be gone, also when its tenant keeps it for longer by now: rollups of that time are no
-- longer held against it.
CREATE TABLE metering_forgotten (
  tenant_id UUID NOT NULL,
  before_at DATETIME(3) NOT NULL,
  PRIMARY KEY (tenant_id)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
