"""Jobs of the worker: claimed by a conditional update, kept alive by a heartbeat, ended once."""

from portal.jobs.claims import Claim, ClaimLost, claim_job, fail_job, run_job, take_back_abandoned
from portal.jobs.queue import hand_to_worker

__all__ = ["Claim", "ClaimLost", "claim_job", "fail_job", "hand_to_worker", "run_job", "take_back_abandoned"]
