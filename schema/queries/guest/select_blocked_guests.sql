select subject from blocked_guest
