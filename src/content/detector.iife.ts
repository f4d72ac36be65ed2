console.log('detector', location.href);
